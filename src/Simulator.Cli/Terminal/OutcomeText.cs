using Simulator.Reporting;
using Simulator.Statistics;

namespace Simulator.Cli.Terminal;

/// <summary>A run's outcome on the terminal: verdicts first, then key figures, then the lines scripts read.</summary>
internal static class OutcomeText
{
    private const int LabelWidth = 34;

    private static readonly (string Figure, string Label)[] KeyFigures =
    [
        ("throughput.accepted", "answers while users ask"),
        ("p50(latency.end_to_end)", "latency, median"),
        ("p99(latency.end_to_end)", "latency, 99th percentile"),
        ("mean(price)", "price of an answer, mean"),
        ("p50(settlement.delay)", "last charge to block, median"),
        ("settled", "settled on chain"),
        ("settlements.failed", "settlements refused"),
    ];

    private static readonly (string Figure, string Label)[] EconomyFigures =
    [
        ("economy.served", "served of what was wanted"),
        ("mean(economy.inference_price)", "price of a request, mean"),
        ("mean(economy.price)", "price of OPG, mean"),
        ("economy.volatility", "its volatility, per √year"),
        ("mean(economy.load)", "load of nodes, mean"),
        ("mean(economy.security_budget)", "security budget per day, mean"),
        ("supply.burned", "burned"),
    ];

    public static void Write(BundleOutcome outcome, TextWriter writer)
    {
        RunSummary summary = outcome.Summary;
        writer.WriteLine(summary.Description.Question);
        writer.WriteLine();
        foreach (Verdict verdict in summary.Verdicts)
        {
            writer.WriteLine($"  {Word(verdict.Outcome),-12}  {verdict.Expression,-LabelWidth}  {Measured(verdict)}");
        }

        writer.WriteLine();
        if (!summary.IsEconomy)
        {
            WriteRequests(writer, summary.Requests);
        }

        WriteFigures(writer, summary, summary.IsEconomy ? EconomyFigures : KeyFigures);
        if (summary.WarmUp is { } warmUp)
        {
            writer.WriteLine($"  {warmUp.Sentence}");
        }

        writer.WriteLine();
        foreach (string note in outcome.Notes)
        {
            writer.WriteLine($"note: {note}");
        }

        writer.WriteLine($"facts: {summary.Result.Facts}");
        writer.WriteLine($"digest: {summary.Result.Digest}");
        writer.WriteLine($"bundle: {outcome.Directory}");
        writer.WriteLine($"report: {Path.Combine(outcome.Directory, "report.html")}");
    }

    private static void WriteRequests(TextWriter writer, RequestCounts requests)
    {
        (long Count, string Fate)[] fates =
        [
            (requests.Accepted, "accepted"),
            (requests.Refused, "refused"),
            (requests.Rejected, "rejected"),
            (requests.TimedOut, "timed out"),
            (requests.Open, "open"),
        ];
        string parts = string.Join(
            ", ",
            fates.Where((fate, index) => index == 0 || fate.Count > 0)
                .Select(fate => $"{Wording.Count(fate.Count)} {fate.Fate}"));
        writer.WriteLine($"  {"requests",-LabelWidth}{Wording.Count(requests.Issued)} asked: {parts}");
    }

    private static void WriteFigures(
        TextWriter writer, RunSummary summary, IEnumerable<(string Figure, string Label)> figures)
    {
        List<(string Label, string Value, string Behind)> lines = [];
        foreach ((string name, string label) in figures)
        {
            MeasureResult? figure = summary.Figure(name) ?? summary.Figure($"mean({name})");
            if (figure is { Estimate: { } estimate })
            {
                (string value, string interval) = Wording.Figure(estimate, figure.Unit);
                lines.Add((label, value, Rest(estimate, interval)));
            }
        }

        int width = lines.Select(line => line.Value.Length).DefaultIfEmpty().Max();
        foreach ((string label, string value, string behind) in lines)
        {
            writer.WriteLine($"  {label,-LabelWidth}{value.PadRight(width)}  {behind}".TrimEnd());
        }
    }

    // An exact count is its own n; everything else says what it rests on.
    internal static string Rest(Estimate estimate, string interval) => interval switch
    {
        "exact" when estimate.Value == estimate.N => "",
        "exact" or "no spread" => $"n = {Wording.Count(estimate.N)}",
        _ => $"[{interval}]  n = {Wording.Count(estimate.N)}",
    };

    internal static string Measured(Verdict verdict)
    {
        if (verdict.Estimate is not { } estimate)
        {
            return verdict.Note;
        }

        if (verdict.OfJudge)
        {
            return $"{Wording.Count((long)estimate.Value)} violations in {Wording.Count(estimate.N)} judged";
        }

        (string value, string interval) = Wording.Figure(estimate, verdict.Unit);
        string measured = $"{value}  {Rest(estimate, interval)}".TrimEnd();
        return verdict.Outcome == VerdictOutcome.Pass ? measured : $"{measured}; {verdict.Note}";
    }

    internal static string Word(VerdictOutcome outcome) => outcome switch
    {
        VerdictOutcome.Pass => "pass",
        VerdictOutcome.Fail => "FAIL",
        VerdictOutcome.Inconclusive => "inconclusive",
        VerdictOutcome.Unset => throw Primitives.Invariant.Unreachable(outcome),
    };
}
