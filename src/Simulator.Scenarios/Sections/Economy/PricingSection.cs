using Simulator.Economics.Policies;
using Simulator.Scenarios.Schema;

namespace Simulator.Scenarios.Sections.Economy;

/// <summary><c>economy.pricing:</c></summary>
internal static class PricingSection
{
    private static readonly ChoiceShape<PricingKind> Kinds = new(
        ("posted", PricingKind.Posted, "one price, always"),
        ("cost_plus", PricingKind.CostPlus, "average cost of what was served, and the margin"),
        ("auction", PricingKind.Auction, "uniform price at which nodes that ask no more serve what is wanted"));

    private static readonly Key<PricingKind> Kind = new("rule", Kinds)
    {
        Documentation = "How the price of a request comes about; in USD, paid in OPG.",
        Default = "posted",
        Convention = "the simplest rule",
        Example = "auction",
    };

    private static readonly Key<double> Price = new("price", Reals.PositiveUsd)
    {
        Documentation = "USD per request: always (posted), or at first.",
        Example = "0.002 USD",
    };

    private static readonly Key<double> Margin = new("margin", Reals.NotNegative)
    {
        Documentation = "What is asked above own cost: 0.2 is 20 %.",
        Default = "0",
        Convention = "a margin is always stated",
        Example = "0.2",
    };

    private static readonly Key<double> Floor = new("floor", Reals.Usd)
    {
        Documentation = "USD per request below which the price may not fall.",
        Default = "0 USD",
        Convention = "a floor is always stated",
        Example = "0.001 USD",
    };

    public static readonly Section<PricingSettings> Shape = new(
        "a rule for the price of a request",
        [Kind, Price, Margin, Floor],
        values => new PricingSettings
        {
            Kind = values.Get(Kind),
            Price = values.Get(Price),
            Margin = values.Get(Margin),
            Floor = values.Get(Floor),
        });
}
