using System.Text.RegularExpressions;

namespace Simulator.Docs.Tests;

/// <summary>Figures that the front page quotes are what the program prints today.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    private static readonly string[] Columns =
    [
        PageRun.Of("README.md").OutputOf("run scenarios/quickstart/first-light.yaml"),
        PageRun.Of("README.md").OutputOf("--out results/idle-20"),
        PageRun.Of("README.md").OutputOf("--out results/idle-20-eight"),
    ];

    [Fact]
    public void Median_latencies_are_quoted_right() => AssertRow(
        "median latency, 95 % interval (n = 1,938)", column => $"{Figure(column, "latency, median").Value} ({Interval(column, "latency, median")})");

    [Fact]
    public void Settlements_are_quoted_right() => AssertRow(
        "settlements, of them refused",
        column => $"{Figure(column, "settlements refused").Count}, {Figure(column, "settlements refused").Value}");

    [Fact]
    public void Delays_are_quoted_right() => AssertRow(
        "last charge to block, median, 95 % interval",
        column => $"{Figure(column, "last charge to block, median").Value} ({Interval(column, "last charge to block, median")}), "
            + $"n = {Figure(column, "last charge to block, median").Count}");

    [Fact]
    public void Amounts_are_quoted_right() =>
        AssertRow("settled on chain (served: 3.876 OPG)", column => Figure(column, "settled on chain").Value);

    private static void AssertRow(string name, Func<string, string> cell)
    {
        string row = $"| {name} | {string.Join(" | ", Columns.Select(cell))} |";
        Assert.Contains(row, Readme, StringComparison.Ordinal);
    }

    private static (string Value, string Bounds, string Count) Figure(string output, string name)
    {
        string line = output.Split('\n').Single(line => line.Trim().StartsWith(name + "  ", StringComparison.Ordinal));
        Match match = Line().Match(line.Trim()[name.Length..]);
        return (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
    }

    // "92.7 to 98.2 ms": the unit stands behind the value already.
    private static string Interval(string output, string name)
    {
        string bounds = Figure(output, name).Bounds;
        return bounds[..bounds.LastIndexOf(' ')];
    }

    [GeneratedRegex(@"^\s+(.+?)(?:\s\s+\[(.+)\])?(?:\s\s+n = ([\d,]+))?$")]
    private static partial Regex Line();
}
