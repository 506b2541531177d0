using Microsoft.ML.OnnxRuntime;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Questions;

namespace Simulator.Inference.Tests.Models;

/// <summary>The outputs' rounding is coarser than everything the runtime's settings can change.</summary>
public sealed class RoundingMarginTests
{
    private const double RoundingStep = 1e-6;

    private static readonly string[] Names = ["volatility", "value_at_risk_95"];

    private static readonly float[] Windows =
        [.. HeldOutCase.All.SelectMany(item => item.Returns).Select(value => (float)value)];

    [Theory]
    [InlineData("volatility@1.2")]
    [InlineData("volatility-int8@1.2")]
    public void Optimisation_threads_and_batching_stay_below_a_millionth_of_the_rounding_step(string model)
    {
        double[][] raw =
        [
            .. from level in Enum.GetValues<GraphOptimizationLevel>()
               from threads in new[] { 1, 2, 4 }
               from batch in new[] { 1, HeldOutCase.All.Count }
               select RawOutputs(ShippedModel.Of(model), level, threads, batch),
        ];

        double spread = Enumerable.Range(0, raw[0].Length).Max(i => raw.Max(run => run[i]) - raw.Min(run => run[i]));

        Assert.InRange(spread, 0, RoundingStep / 1_000_000);
    }

    // Other code for tanh, exp and matrix products, as another CPU would choose: NumPy and the maker's C library.
    [Fact]
    public void Another_implementation_differs_by_less_than_a_millionth_of_the_rounding_step()
    {
        double[] raw = RawOutputs(ShippedModel.Volatility, GraphOptimizationLevel.ORT_ENABLE_ALL, 1, 1);
        double[] reference = [.. HeldOutCase.All.SelectMany(item => new[] { item.Volatility, item.ValueAtRisk })];

        double difference = raw.Zip(reference, (left, right) => Math.Abs(left - right)).Max();

        Assert.InRange(difference, 0, RoundingStep / 1_000_000);
    }

    /// <returns>Volatility and value at risk of each held-out window in turn, as the runtime gives them.</returns>
    private static double[] RawOutputs(ModelBlob model, GraphOptimizationLevel level, int threads, int batch)
    {
        using SessionOptions options = new() { GraphOptimizationLevel = level, IntraOpNumThreads = threads };
        using InferenceSession session = new(model.Content, options);
        using RunOptions runOptions = new();
        List<double> raw = [];
        foreach (float[] part in Windows.Chunk(batch * VolatilityQuestions.WindowLength))
        {
            using var input = OrtValue.CreateTensorValueFromMemory(part, [batch, VolatilityQuestions.WindowLength]);
            using var outputs = session.Run(runOptions, [VolatilityQuestions.InputName], [input], Names);
            for (int i = 0; i < batch; i++)
            {
                raw.Add(outputs[0].GetTensorDataAsSpan<double>()[i]);
                raw.Add(outputs[1].GetTensorDataAsSpan<double>()[i]);
            }
        }

        return [.. raw];
    }
}
