using System.CommandLine;
using System.Globalization;
using Simulator.Benchmarks.Measuring;
using Simulator.Experiments.Honesty;
using Simulator.Statistics;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim bench honesty</c>.</summary>
internal static class BenchHonestyCommand
{
    public static Command Create()
    {
        Option<int> questions = new("--questions")
        {
            Description = "Keyed questions, each executed by every kind of node",
            DefaultValueFactory = _ => 5_000,
        };
        Option<ulong> seed = new("--seed") { Description = "Of the questions", DefaultValueFactory = _ => 1 };
        Option<string?> output = new("--out") { Description = "Write curves as CSV and charts as SVG to this folder" };
        Command command = new(
            "honesty", "Honest nodes slashed against cheaters missed, over the tolerance of a re-execution")
        {
            questions,
            seed,
            output,
        };
        command.SetAction(parsed =>
        {
            using HonestyStudy study = new(parsed.GetValue(seed), parsed.GetValue(questions));
            foreach (int? decimals in new int?[] { null, 9 })
            {
                HonestyFinding finding = study.Measure(decimals);
                Console.Out.WriteLine(finding.Rounding);
                Console.Out.WriteLine(Text(finding));
                if (parsed.GetValue(output) is { } folder)
                {
                    Write(finding, folder, $"honesty-{decimals ?? 6}-decimals");
                }
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static string Text(HonestyFinding finding)
    {
        List<string[]> rows = [["tolerance", .. finding.Curves.Select(HeadOf)]];
        rows.AddRange(HonestyFinding.Tolerances.Select(tolerance => (string[])
            [Name(tolerance), .. finding.Curves.Select(curve => Cell(curve.Wrong(tolerance)))]));
        return TextTable.Of(rows, [.. Enumerable.Range(1, finding.Curves.Count)]);
    }

    private static void Write(HonestyFinding finding, string folder, string name)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name + ".svg"), HonestyChart.Of(finding));
        IEnumerable<string> lines = finding.Curves.SelectMany(
            curve => HonestyFinding.Tolerances.Select(tolerance => Line(curve, tolerance)));
        File.WriteAllText(
            Path.Combine(folder, name + ".csv"), string.Concat(lines.Prepend("node,cheats,tolerance,n,wrong,lower,upper\n")));
    }

    private static string HeadOf(HonestyCurve curve) => $"{(curve.Cheats ? "missed" : "slashed")}: {curve.Node}";

    private static string Name(double tolerance) =>
        tolerance == 0 ? "exact" : tolerance.ToString("0e-0", CultureInfo.InvariantCulture);

    private static string Cell(Estimate share) => string.Create(
        CultureInfo.InvariantCulture, $"{100 * share.Value:F2} % [{100 * share.Lower:F2} to {100 * share.Upper:F2}]");

    private static string Line(HonestyCurve curve, double tolerance)
    {
        Estimate share = curve.Wrong(tolerance);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{curve.Node},{curve.Cheats},{tolerance:R},{share.N},{share.Value:R},{share.Lower:R},{share.Upper:R}\n");
    }
}
