using System.Globalization;
using Simulator.Benchmarks.Measuring;

namespace Simulator.Benchmarks.Fuzzing;

/// <summary>Results of a fuzz run as an aligned table.</summary>
public static class FuzzTable
{
    private static readonly string[] Heads =
        ["parser", "inputs", "accepted", "refused", "slowest ms", "its bytes", "CPU s", "refusals by name"];

    public static string Text(IEnumerable<FuzzResult> results)
    {
        List<string[]> rows = [Heads, .. results.Select(Cells)];
        return TextTable.Of(rows, [1, 2, 3, 4, 5, 6]);
    }

    private static string[] Cells(FuzzResult result) =>
    [
        result.Parser,
        Number(result.Inputs),
        Number(result.Accepted),
        Number(result.Refused.Values.Sum()),
        result.SlowestNanoseconds == 0 ? "< 1" : (result.SlowestNanoseconds / 1e6).ToString("F1", CultureInfo.InvariantCulture),
        result.SlowestNanoseconds == 0 ? "" : Number(result.SlowestLength),
        result.Spent.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture),
        string.Join(", ", result.Refused.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {Number(pair.Value)}")),
    ];

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
