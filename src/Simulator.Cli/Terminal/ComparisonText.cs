using System.Globalization;
using Simulator.Experiments;
using Simulator.Reporting;
using Simulator.Statistics;

namespace Simulator.Cli.Terminal;

/// <summary>A comparison on the terminal: what differs for certain, what may, and how many figures are equal.</summary>
internal static class ComparisonText
{
    private const int LabelWidth = 34;

    public static void Write(ArmComparison comparison, bool isAll, TextWriter writer)
    {
        ComparedFigure[] real = [.. comparison.Figures.Where(figure => figure.IsReal)];
        ComparedFigure[] open = [.. comparison.Figures.Where(figure => figure is { IsReal: false, IsSame: false })];
        int same = comparison.Figures.Count - real.Length - open.Length;
        writer.WriteLine($"{comparison.First}  →  {comparison.Second}");
        writer.WriteLine(comparison.IsPaired
            ? "  same seed: compared replication by replication"
            : "  other seeds: compared by their means");
        writer.WriteLine();
        writer.WriteLine($"  real differences: {Count(real.Length)}, corrected for {Count(real.Length + open.Length)} figures that differ");
        foreach (ComparedFigure figure in real)
        {
            Write(figure, writer);
        }

        writer.WriteLine($"  may be chance: {Count(open.Length)}");
        foreach (ComparedFigure figure in open)
        {
            Write(figure, writer);
        }

        writer.WriteLine($"  equal in every run: {Count(same)}");
        foreach (ComparedFigure figure in comparison.Figures.Where(figure => isAll && figure.IsSame))
        {
            writer.WriteLine($"    {figure.Name,-LabelWidth}  {Value(figure.First, figure.Unit)}");
        }

        writer.WriteLine();
    }

    private static void Write(ComparedFigure figure, TextWriter writer)
    {
        (string difference, string interval) = Wording.Figure(figure.Difference, figure.Unit);
        string sign = figure.Difference.Value > 0 ? "+" : "";
        string rest = string.Create(CultureInfo.InvariantCulture, $"[{interval}]  n = {figure.Difference.N}");
        writer.WriteLine(
            $"    {figure.Name,-LabelWidth}  {Value(figure.First, figure.Unit)} → {Value(figure.Second, figure.Unit)}  "
                + $"{sign}{difference}  {rest}");
    }

    private static string Value(double value, MetricUnit unit) =>
        Wording.Figure(Estimate.WithoutInterval(value, 1, "value"), unit).Value;

    private static string Count(int count) => Wording.Count(count);
}
