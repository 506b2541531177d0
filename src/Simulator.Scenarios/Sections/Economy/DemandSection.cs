using Simulator.Economics.Demand;
using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;

namespace Simulator.Scenarios.Sections.Economy;

/// <summary><c>economy.demand:</c></summary>
internal static class DemandSection
{
    private const int MostShocks = 100;
    private const double SecondsPerDay = 86_400;

    private static readonly Key<double> PerDay = new("requests", Reals.PerDay)
    {
        Documentation = "Requests wanted per day at the reference price on day 0.",
        Example = "2000000 /d",
    };

    private static readonly Key<double> Reference = new("at_price", Reals.PositiveUsd)
    {
        Documentation = "The reference price: USD per request at which that many are wanted.",
        Example = "0.002 USD",
    };

    private static readonly Key<double> Elasticity = new("elasticity", Reals.Signed)
    {
        Documentation = "Relative change of what is wanted per relative change of the price.",
        Default = "-1",
        Claim = Claim.Assumption("A-504", "users spend the same sum at any price"),
        Example = "-1.5",
    };

    private static readonly Key<double> Growth = new("growth", Reals.Growth)
    {
        Documentation = "Growth per year: 0.2 /yr is 20 %.",
        Default = "0 /yr",
        Convention = "growth is always stated",
        Example = "0.2 /yr",
    };

    private static readonly Key<double> Noise = new("noise", Reals.NotNegative)
    {
        Documentation = "Standard deviation of the logarithm from epoch to epoch.",
        Default = "0",
        Convention = "noise is always stated",
        Example = "0.1",
    };

    private static readonly Key<double> Budget = new("budget", Reals.UsdPerDay)
    {
        Documentation = "What users can spend at most per day; 0 USD/d sets no limit.",
        Default = "0 USD/d",
        Convention = "no limit unless stated",
        Example = "10000 USD/d",
    };

    private static readonly Key<SimDuration> From = new("from", Shapes.Duration)
    {
        Documentation = "When it begins.",
        Example = "200 d",
    };

    private static readonly Key<SimDuration> To = new("to", Shapes.PositiveDuration)
    {
        Documentation = "When it is over.",
        Example = "400 d",
    };

    private static readonly Key<double> Factor = new("factor", Reals.NotNegative)
    {
        Documentation = "What demand is multiplied by meanwhile.",
        Example = "0.4",
    };

    private static readonly Section<DemandShock> Shock = new(
        "a demand shock",
        [From, To, Factor],
        values => new DemandShock(
            values.Get(From).TotalSeconds / SecondsPerDay, values.Get(To).TotalSeconds / SecondsPerDay, values.Get(Factor)));

    private static readonly Key<IReadOnlyList<DemandShock>> Shocks = new("shocks", new ListOf<DemandShock>(Shock, MostShocks))
    {
        Documentation = "Spells in which demand is multiplied.",
        Default = "[]",
        Convention = "a shock is always stated",
        Example = "[{ from: 200 d, to: 400 d, factor: 0.4 }]",
    };

    public static readonly Section<DemandSettings> Shape = new(
        "the demand for requests",
        [PerDay, Reference, Elasticity, Growth, Noise, Budget, Shocks],
        values => new DemandSettings
        {
            PerDay = values.Get(PerDay),
            ReferencePrice = values.Get(Reference),
            Elasticity = values.Get(Elasticity),
            Growth = values.Get(Growth),
            Noise = values.Get(Noise),
            Budget = values.Get(Budget),
            Shocks = values.Get(Shocks),
        });
}
