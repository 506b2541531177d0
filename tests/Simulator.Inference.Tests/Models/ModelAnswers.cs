using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Tests.Models;

/// <summary>What a shipped model says to every held-out window, with the real runtime.</summary>
internal static class ModelAnswers
{
    public static (double Volatility, double ValueAtRisk)[] Of(ModelBlob model)
    {
        using InferenceEngine engine = new();
        return [.. HeldOutCase.All.Select(item => Ask(engine, model, item))];
    }

    private static (double, double) Ask(InferenceEngine engine, ModelBlob model, HeldOutCase item)
    {
        InferenceAnswer answer = engine.Run(model, item.Question, ExecutionProfile.Default);
        TensorSet outputs = Assert.IsType<InferenceOutcome.Completed>(answer.Outcome).Outputs;
        FixedPoint volatility = outputs.Number("volatility")!.Values[0];
        FixedPoint valueAtRisk = outputs.Number("value_at_risk_95")!.Values[0];
        return (volatility.ToDouble(), valueAtRisk.ToDouble());
    }
}
