namespace Simulator.Reporting;

/// <summary>Metrics of economies at epoch level.</summary>
internal static class EconomyMetrics
{
    public const string Price = "economy.price";
    public const string InferencePrice = "economy.inference_price";
    public const string Load = "economy.load";
    public const string Wait = "economy.wait";
    public const string Checked = "economy.checked";
    public const string SecurityBudget = "economy.security_budget";
    public const string Profit = "economy.profit";
    public const string Active = "economy.active";
    public const string Entered = "economy.entered";
    public const string Left = "economy.left";
    public const string Nakamoto = "economy.nakamoto";
    public const string Served = "economy.served";
    public const string Churn = "economy.churn";
    public const string Gini = "economy.gini";
    public const string Volatility = "economy.volatility";
    public const string Circulating = "economy.circulating";
    public const string Staked = "economy.staked";
    public const string Emitted = "economy.emitted_last";
    public const string Wash = "economy.wash";
    public const string Collapse = "economy.collapse";

    public static IReadOnlyList<Metric> All { get; } =
    [
        Series(Price, MetricUnit.Usd, "Price of OPG, one value per epoch"),
        Series(InferencePrice, MetricUnit.Usd, "Price of a request, one value per epoch"),
        Series(Load, MetricUnit.Share, "Busy share of the nodes' slots, one value per epoch"),
        Series(Wait, MetricUnit.Seconds, "Mean wait for a slot, one value per epoch"),
        Series(Checked, MetricUnit.Share, "Share of the answers to be checked that were, one value per epoch"),
        Series(SecurityBudget, MetricUnit.Usd, "What those who secure the chain earn per day, one value per epoch"),
        Count(Active, "Businesses at the end"),
        Count(Entered, "Businesses that entered after day 0"),
        Count(Left, "Businesses that left"),
        Count(Nakamoto, "Fewest businesses that together have more than a third of a group's slots at the end"),
        Amount(Served, MetricUnit.Share, "Requests that ended in a paid answer, out of those wanted"),
        Amount(Profit, MetricUnit.Usd, "Mean profit per business and day, opportunity cost of stake included") with { ByGroup = true },
        Amount(Churn, MetricUnit.Share, "Businesses that leave per year, out of those active") with { ByGroup = true },
        Amount(Gini, MetricUnit.Share, "Gini coefficient of profits above the least, at the end") with { ByGroup = true },
        Amount(Volatility, MetricUnit.Share, "Standard deviation of the price's logarithmic changes, per square root of a year"),
        Amount(Circulating, MetricUnit.Opg, "Unlocked, and neither staked nor burned, at the end"),
        Amount(Staked, MetricUnit.Opg, "Bonded at the end"),
        Amount(Emitted, MetricUnit.Opg, "What stakers and full nodes earned in the last epoch"),
        Amount(Wash, MetricUnit.Share, "What wash traders paid themselves, out of all that was paid"),
        Amount(Collapse, MetricUnit.Seconds, "Time until less than a tenth of what is wanted is served; nothing if that never happens"),
    ];

    private static Metric Series(string name, MetricUnit unit, string meaning) =>
        new(name, unit, MetricKind.Distribution, meaning);

    private static Metric Count(string name, string meaning) =>
        new(name, MetricUnit.Count, MetricKind.Count, meaning) { ByGroup = true };

    private static Metric Amount(string name, MetricUnit unit, string meaning) => new(name, unit, MetricKind.Amount, meaning);
}
