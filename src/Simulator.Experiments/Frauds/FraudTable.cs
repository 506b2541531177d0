using System.Globalization;
using System.Text;
using Simulator.Reporting;
using Simulator.Statistics;

namespace Simulator.Experiments.Frauds;

/// <summary>The catalogue of frauds as a page of Markdown.</summary>
public static class FraudTable
{
    private const string Head =
        "| Fraud | Who | Attempts | Noticed by | Share noticed | Delay, median | Loss | Payoff of one | Of one honest "
        + "| Closed form |\n"
        + "|---|---|---:|---|---:|---:|---|---:|---:|---|\n";

    /// <summary>The whole page.</summary>
    /// <param name="findings">In order of the files.</param>
    /// <param name="replications">Behind every interval.</param>
    public static string Page(IReadOnlyList<FraudScenarioFinding> findings, int replications)
    {
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"""
            # The catalogue of frauds, measured

            Written by `./opgsim bench frauds --out docs/reference/frauds.md`; do not edit. Each row is one fraud of one group
            in its scenario under [`scenarios/fraud/`](../../scenarios/fraud), run {replications} times. Values are means over
            these runs with 95 % Student-t intervals in brackets; without brackets, all runs agree. Attempts, losses and
            payoffs are those of one run. Machines cost something only where the scenario says so.

            - **Noticed by**: groups of those who noticed first, and by what; **nobody** where the share noticed is zero.
            - **Loss**: OPG that others lost, by group: money that moved for nothing, or work that was never paid.
            - **Payoff of one**: all that a member of the group received less all that it paid, lost of its stake and spent
              on machines; wash traders with their own nodes. **One honest** member of a like group of the same scenario
              stands beside it; groups of users may differ in how often they ask.
            - **Closed form**: what theory says of a figure, whether the interval covers it, and its half-width in per cent
              of the value.


            """);
        page.Append(Head);
        foreach (FraudScenarioFinding finding in findings)
        {
            page.Append(Rows(finding));
        }

        long violations = findings.Sum(finding => finding.Violations);
        page.Append(CultureInfo.InvariantCulture, $"\nViolations found by the checkers in all these runs: {violations}.\n");
        return page.ToString();
    }

    /// <summary>The rows of one scenario, each ending in a line feed.</summary>
    public static string Rows(FraudScenarioFinding finding) =>
        string.Concat(finding.Frauds.Select((fraud, index) => Row(finding, fraud, withForms: index == 0)));

    private static string Row(FraudScenarioFinding finding, FraudFinding fraud, bool withForms)
    {
        string[] cells =
        [
            $"[`{fraud.Fraud}`](../../scenarios/fraud/{finding.File})",
            string.Create(CultureInfo.InvariantCulture, $"{fraud.Cheaters.Group} ({fraud.Cheaters.Members})"),
            Figure(fraud.Attempts, MetricUnit.Count),
            fraud.Means.Count == 0 ? "nobody" : $"{string.Join(", ", fraud.Witnesses)}: {string.Join(", ", fraud.Means)}",
            Figure(fraud.Noticed, MetricUnit.Share),
            fraud.Delay is { } delay ? Figure(delay, MetricUnit.Seconds) : "never",
            fraud.Losses.Count == 0 ? "none" : string.Join("; ", fraud.Losses.Select(Loss)),
            Figure(fraud.Payoff, MetricUnit.Opg),
            fraud.Peer is { } peer ? $"{peer.Group} {Figure(peer.Payoff, MetricUnit.Opg)}" : "–",
            withForms && finding.ClosedForms.Count > 0 ? string.Join("; ", finding.ClosedForms.Select(Form)) : "–",
        ];
        return $"| {string.Join(" | ", cells)} |\n";
    }

    private static string Loss((string Victim, Estimate Loss) loss) => $"{loss.Victim} {Figure(loss.Loss, MetricUnit.Opg)}";

    private static string Form((string Figure, string Formula, MetricUnit Unit, ClosedFormMatch? Match) form)
    {
        string head = $"{form.Figure} = `{form.Formula}`";
        if (form.Match is not { } match)
        {
            return $"{head}: nothing measured";
        }

        string value = Wording.Figure(Estimate.Exact(match.ClosedForm, 1), form.Unit).Value;
        string covered = match.IsCovered ? "covered" : "**not covered**";
        return $"{head} = {value}, measured {Figure(match.Measured, form.Unit)}, {covered}, ± {match.WidthText()}";
    }

    private static string Figure(Estimate estimate, MetricUnit unit)
    {
        (string value, string interval) = Wording.Figure(estimate, unit);
        return interval is "exact" or "no spread" or "no interval" ? value : $"{value} [{interval}]";
    }
}
