using System.CommandLine;
using System.Globalization;
using System.Text;
using Simulator.Benchmarks.Honesty;
using Simulator.Benchmarks.Measuring;
using Simulator.Statistics;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim bench honesty</c>.</summary>
internal static class BenchHonestyCommand
{
    private const string Exact = "exact";

    private static readonly double[] Tolerances = [0, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 3e-2, 1e-1, 1];

    public static Command Create()
    {
        Option<int> questions = new("--questions")
        {
            Description = "Keyed questions, each executed by every profile",
            DefaultValueFactory = _ => 5_000,
        };
        Option<ulong> seed = new("--seed") { Description = "Of the questions", DefaultValueFactory = _ => 1 };
        Option<string?> csv = new("--csv") { Description = "Write the curves to this file" };
        Command command = new(
            "honesty", "False-slash rate of honest nodes that differ against miss rate of cheaters, over the tolerance")
        {
            questions,
            seed,
            csv,
        };
        command.SetAction(parsed =>
        {
            StringBuilder file = new("study,execution,kind,tolerance,count,of,share,lower,upper\n");
            using HonestyStudy study = new(parsed.GetValue(seed), parsed.GetValue(questions));
            foreach (HonestyFinding finding in Findings(study))
            {
                Console.Out.WriteLine(finding.Title);
                Console.Out.WriteLine(Text(finding));
                file.Append(Lines(finding));
            }

            if (parsed.GetValue(csv) is { } path)
            {
                File.WriteAllText(path, file.ToString());
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static IEnumerable<HonestyFinding> Findings(HonestyStudy study)
    {
        yield return study.Measure("volatility@1.2", ["volatility-int8@1.2", "volatility-float@1.2"], null);
        yield return study.Measure("volatility-float@1.2", ["volatility-int8@1.2"], null);
        yield return study.Measure("volatility-float@1.2", ["volatility-int8@1.2"], 9);
    }

    private static string Text(HonestyFinding finding)
    {
        List<string[]> rows =
        [
            [
                "tolerance",
                .. finding.Honest.Select(run => $"slashed {run.Profile}"),
                .. finding.Cheating.Select(run => $"missed {run.Model}"),
            ],
        ];
        rows.AddRange(Tolerances.Select(tolerance => (string[])
        [
            Name(tolerance),
            .. finding.Honest.Select(run => Cell(Slashed(run.Distances, tolerance))),
            .. finding.Cheating.Select(run => Cell(Missed(run.Distances, tolerance))),
        ]));
        return TextTable.Of(rows, [.. Enumerable.Range(1, rows[0].Length - 1)]);
    }

    private static string Lines(HonestyFinding finding)
    {
        StringBuilder lines = new();
        foreach (double tolerance in Tolerances)
        {
            foreach ((string profile, double[] distances) in finding.Honest)
            {
                lines.Append(Line(finding.Title, profile, "slashed", tolerance, Slashed(distances, tolerance)));
            }

            foreach ((string model, double[] distances) in finding.Cheating)
            {
                lines.Append(Line(finding.Title, model, "missed", tolerance, Missed(distances, tolerance)));
            }
        }

        return lines.ToString();
    }

    private static Estimate Slashed(double[] distances, double tolerance) =>
        ProportionInterval.Wilson(HonestyFinding.Beyond(distances, tolerance), distances.Length);

    private static Estimate Missed(double[] distances, double tolerance) => ProportionInterval.Wilson(
        distances.Length - HonestyFinding.Beyond(distances, tolerance), distances.Length);

    private static string Name(double tolerance) =>
        tolerance == 0 ? Exact : tolerance.ToString("0e-0", CultureInfo.InvariantCulture);

    private static string Cell(Estimate share) => string.Create(
        CultureInfo.InvariantCulture, $"{share.Value:P2} [{share.Lower:P2} to {share.Upper:P2}]");

    private static string Line(string study, string execution, string kind, double tolerance, Estimate share) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"\"{study}\",{execution},{kind},{tolerance:R},{share.Value * share.N:0},{share.N},{share.Value:R},{share.Lower:R},{share.Upper:R}\n");
}
