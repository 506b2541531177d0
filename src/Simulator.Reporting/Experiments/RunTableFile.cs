using System.Globalization;
using CsvHelper;
using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary><c>runs.csv</c>: one row for every run, one column for every varied key and every figure.</summary>
internal static class RunTableFile
{
    public const string Name = "runs.csv";

    private static readonly string[] Before = ["arm", "replication", "seed"];

    private static readonly string[] After =
    [
        "outcome", "digest", "facts", "events", "end_s", "issued", "accepted", "refused", "rejected", "timed_out", "open",
    ];

    /// <param name="path">The file.</param>
    /// <param name="arms">All arms.</param>
    /// <param name="runs">In order of arm and replication; read once.</param>
    public static void Write(string path, IReadOnlyList<ArmSummary> arms, IEnumerable<ExperimentRun> runs)
    {
        string[] keys = [.. arms.SelectMany(arm => arm.Values.Select(value => value.Key)).Distinct().Except(Before)];
        ArmFigure[] figures = arms.Count == 0 ? [] : [.. arms[0].Figures];
        using CsvWriter csv = CsvFiles.Open(path);
        IEnumerable<string> names = figures.Select(figure => $"{figure.Name} [{figure.Unit.Symbol()}]");
        CsvFiles.Row(csv, [.. Before, .. keys, .. After, .. names]);
        foreach (ExperimentRun run in runs)
        {
            IReadOnlyList<ArmValue> values = arms[run.Arm].Values;
            IEnumerable<string> varied = keys.Select(
                key => values.FirstOrDefault(value => value.Key == key)?.Text ?? string.Empty);
            CsvFiles.Row(
                csv,
                [Text(run.Arm), Text(run.Replication), run.Seed.ToString(CultureInfo.InvariantCulture), .. varied, .. Cells(run, figures)]);
        }
    }

    private static IEnumerable<string> Cells(ExperimentRun run, ArmFigure[] figures)
    {
        if (run.Figures is not { } found)
        {
            return ["failed", .. Enumerable.Repeat(string.Empty, After.Length - 1 + figures.Length)];
        }

        RequestCounts requests = found.Requests;
        SortedDictionary<string, double> values = new(StringComparer.Ordinal);
        foreach (NamedFigure figure in found.Figures)
        {
            values[figure.Name] = figure.Estimate.Value;
        }

        return
        [
            "finished", found.Digest, found.Facts, Text(found.Events),
            Text((found.End - SimTime.Start).TotalSeconds), Text(requests.Issued), Text(requests.Accepted),
            Text(requests.Refused), Text(requests.Rejected), Text(requests.TimedOut), Text(requests.Open),
            .. figures.Select(figure => values.TryGetValue(figure.Name, out double value) ? Text(value) : string.Empty),
        ];
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
