using Simulator.Inference.Execution;
using Simulator.Inference.Tensors;

namespace Simulator.Inference.Tests.Models;

public sealed class VolatilityModelTests
{
    [Fact]
    public void The_real_runtime_gives_what_the_models_maker_computed_for_every_held_out_window()
    {
        using InferenceEngine engine = new();

        foreach (HeldOutCase item in HeldOutCase.All)
        {
            (double volatility, double valueAtRisk) = Ask(engine, item);

            Assert.Equal(item.Volatility, volatility);
            Assert.Equal(item.ValueAtRisk, valueAtRisk);
        }
    }

    private static (double Volatility, double ValueAtRisk) Ask(InferenceEngine engine, HeldOutCase item)
    {
        InferenceAnswer answer = engine.Run(ShippedModel.Volatility, item.Question, ExecutionProfile.Default);
        TensorSet outputs = Assert.IsType<InferenceOutcome.Completed>(answer.Outcome).Outputs;
        return (outputs.Number("volatility")!.Values[0].ToDouble(), outputs.Number("value_at_risk_95")!.Values[0].ToDouble());
    }
}
