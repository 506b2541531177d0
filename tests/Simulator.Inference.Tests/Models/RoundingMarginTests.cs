using Microsoft.ML.OnnxRuntime;
using Simulator.Inference.Questions;

namespace Simulator.Inference.Tests.Models;

/// <summary>The outputs' rounding is coarser than everything the runtime's settings can change.</summary>
public sealed class RoundingMarginTests
{
    private const double RoundingStep = 1e-6;

    private static readonly string[] Names = ["volatility", "value_at_risk_95"];

    private static readonly float[] Windows = [.. HeldOutCase.All.SelectMany(item => item.Question.Numbers[0].Values).Select(value => value.ToSingle())];

    [Fact]
    public void Optimisation_threads_and_batching_move_the_raw_outputs_by_less_than_a_millionth_of_the_rounding_step()
    {
        double[][] raw =
        [
            .. from level in Enum.GetValues<GraphOptimizationLevel>()
               from threads in new[] { 1, 2, 4 }
               from batch in new[] { 1, HeldOutCase.All.Count }
               select RawOutputs(level, threads, batch),
        ];

        double spread = Enumerable.Range(0, raw[0].Length).Max(i => raw.Max(run => run[i]) - raw.Min(run => run[i]));

        Assert.InRange(spread, 0, RoundingStep / 1_000_000);
    }

    // Other code for tanh, exp and matrix products, as another CPU would choose: NumPy and the C library of the model's maker.
    [Fact]
    public void Another_implementation_differs_by_less_than_a_millionth_of_the_rounding_step()
    {
        double[] raw = RawOutputs(GraphOptimizationLevel.ORT_ENABLE_ALL, 1, 1);
        double[] reference = [.. HeldOutCase.All.SelectMany(item => new[] { item.Volatility, item.ValueAtRisk })];

        double difference = raw.Zip(reference, (left, right) => Math.Abs(left - right)).Max();

        Assert.InRange(difference, 0, RoundingStep / 1_000_000);
    }

    /// <returns>Volatility and value at risk of each held-out window in turn, as the runtime gives them.</returns>
    private static double[] RawOutputs(GraphOptimizationLevel level, int threads, int batch)
    {
        using SessionOptions options = new() { GraphOptimizationLevel = level, IntraOpNumThreads = threads };
        using InferenceSession session = new(ShippedModel.Volatility.Content, options);
        using RunOptions runOptions = new();
        List<double> raw = [];
        foreach (float[] part in Windows.Chunk(batch * VolatilityQuestions.WindowLength))
        {
            using OrtValue input = OrtValue.CreateTensorValueFromMemory(part, [batch, VolatilityQuestions.WindowLength]);
            using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(runOptions, [VolatilityQuestions.InputName], [input], Names);
            double[] volatility = outputs[0].GetTensorDataAsSpan<double>().ToArray();
            double[] valueAtRisk = outputs[1].GetTensorDataAsSpan<double>().ToArray();
            raw.AddRange(volatility.Zip(valueAtRisk, (first, second) => new[] { first, second }).SelectMany(pair => pair));
        }

        return [.. raw];
    }
}
