using System.Numerics;

namespace Simulator.Reporting;

/// <summary>Where the money went: every group's receipts and payments, in sums that end at exactly nothing.</summary>
internal static class ReportMoney
{
    public static void Write(HtmlText html, RunSummary summary)
    {
        html.Raw("<section aria-labelledby=\"money-title\">").Raw("<h2 id=\"money-title\">Where the money went</h2>")
            .Element("p", SupplyLine(summary.Supply), "lead")
            .Table(
                "Payments between groups",
                ["From", "To", "Cause", "Transfers", "Amount"],
                [.. summary.Flows.Select(Row), TotalRow(summary.Flows)],
                firstNumeric: 3)
            .Element("h3", "What each group received and paid")
            .Table("Balance of each group", ["Group", "Received", "Paid", "Difference"], BalanceRows(summary.Flows),
                firstNumeric: 1)
            .Element("p", "Amounts are exact to the last atto-OPG; the differences add up to zero.", "note")
            .Raw("</section>");
    }

    private static string SupplyLine(Supply supply) =>
        $"Supply: {Wording.Opg(supply.Initial)} at the start, {Wording.Opg(supply.Minted)} minted, "
        + $"{Wording.Opg(supply.Burned)} burned, {Wording.Opg(supply.Final)} at the end.";

    private static string[] Row(Flow flow) =>
        [flow.From, flow.To, flow.Cause, Wording.Count(flow.Transfers), Wording.Opg(flow.Amount)];

    private static string[] TotalRow(IReadOnlyList<Flow> flows) =>
    [
        "All",
        string.Empty,
        string.Empty,
        Wording.Count(flows.Sum(flow => flow.Transfers)),
        Wording.Opg(Total(flows)),
    ];

    private static IEnumerable<IReadOnlyList<string>> BalanceRows(IReadOnlyList<Flow> flows)
    {
        BigInteger sum = 0;
        foreach (string group in flows.SelectMany(flow => new[] { flow.From, flow.To }).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal))
        {
            BigInteger received = Total(flows.Where(flow => flow.To == group));
            BigInteger paid = Total(flows.Where(flow => flow.From == group));
            sum += received - paid;
            yield return [group, Wording.Opg(received), Wording.Opg(paid), Wording.Opg(received - paid)];
        }

        BigInteger total = Total(flows);
        yield return ["All", Wording.Opg(total), Wording.Opg(total), Wording.Opg(sum)];
    }

    private static BigInteger Total(IEnumerable<Flow> flows) =>
        flows.Aggregate(BigInteger.Zero, (total, flow) => total + (BigInteger)flow.Amount.BaseUnits);
}
