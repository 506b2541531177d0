using System.Globalization;
using Simulator.Inference.Questions;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Tests.Models;

/// <summary>One row of heldout.csv: a window not fitted to, the truth, and what the model's maker computed.</summary>
internal sealed record HeldOutCase(
    TensorSet Question,
    double[] Returns,
    double TrueVolatility,
    double TrueValueAtRisk,
    double NextReturn,
    double Volatility,
    double ValueAtRisk)
{
    public static IReadOnlyList<HeldOutCase> All { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "heldout.csv")).Skip(1).Select(Read)];

    private static HeldOutCase Read(string line)
    {
        double[] cells = [.. line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
        double[] returns = cells[..VolatilityQuestions.WindowLength];
        double[] rest = cells[VolatilityQuestions.WindowLength..];
        float[] window = Array.ConvertAll(returns, value => (float)value);
        TensorSet question = new(FixedPointTensor.Of(VolatilityQuestions.InputName, window, 1, (uint)window.Length));
        return new HeldOutCase(question, returns, rest[0], rest[1], rest[2], rest[3], rest[4]);
    }
}
