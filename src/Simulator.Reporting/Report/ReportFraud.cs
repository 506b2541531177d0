using System.Globalization;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>Who cheated, what came of it, and whom it cost what; nothing in a world where nobody cheats.</summary>
internal static class ReportFraud
{
    public static void Write(HtmlText html, RunSummary summary)
    {
        if (summary.Frauds.Count == 0)
        {
            return;
        }

        html.Raw("<section aria-labelledby=\"fraud-title\">")
            .Raw("<h2 id=\"fraud-title\">Who cheated, and what came of it</h2>")
            .Element("p", Reading(summary), "reading")
            .Table(
                "Frauds",
                [
                    "Fraud", "Group", "Attempts", "Noticed", "By", "Mean time to notice", "Loss", "Borne by",
                    "Payoff of the group", "Payoff of one member",
                ],
                summary.Frauds.Select(fraud => Row(fraud, summary)),
                firstNumeric: 10)
            .Raw("</section>");
    }

    private static string Reading(RunSummary summary) =>
        "Attempts are said by the behaviours that cheat, which no party of the network reads; notices by those who saw "
        + "something. Shares have a 95 % interval over attempts taken as independent, payoffs of one member one over the members "
        + "of this run; replications tell more. Notices of what was no fraud: "
        + Wording.Count(summary.UnfoundedNotices) + ".";

    private static string[] Row(FraudSummary fraud, RunSummary summary)
    {
        string payoff = summary.Figure($"payoff({fraud.Group})") is { Estimate: { } estimate } figure
            ? Wording.Figure(estimate, figure.Unit).Value
            : "not measured";
        return
        [
            fraud.Name,
            fraud.Group,
            Wording.Count(fraud.Attempts),
            Share(fraud),
            Tally(fraud.Means),
            fraud.Delay is { } delay ? Wording.Figure(delay, MetricUnit.Seconds).Value : "never",
            Wording.Opg(fraud.Loss),
            Victims(fraud),
            payoff,
            One(fraud),
        ];
    }

    private static string One(FraudSummary fraud)
    {
        if (fraud.PayoffOfOne is not { } payoff)
        {
            return "not told of one member";
        }

        (string value, string interval) = Wording.Figure(payoff, MetricUnit.Opg);
        return $"{value} ({interval}), n = {Wording.Count(payoff.N)}";
    }

    private static string Share(FraudSummary fraud)
    {
        Estimate share = ProportionInterval.Wilson(fraud.Noticed, fraud.Attempts);
        (string value, string interval) = Wording.Figure(share, MetricUnit.Share);
        return $"{value} {interval}";
    }

    private static string Victims(FraudSummary fraud) => fraud.Victims.Count == 0 ? "nobody" : string.Join(
        ", ", fraud.Victims.Select(victim => $"{victim.Key} {Wording.Opg(victim.Value)}"));

    private static string Tally(IReadOnlyDictionary<string, long> means) => means.Count == 0 ? "nobody" : string.Join(
        ", ",
        means.OrderByDescending(pair => pair.Value)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}")));
}
