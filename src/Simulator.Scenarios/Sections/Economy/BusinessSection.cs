using Simulator.Economics.Businesses;
using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;

namespace Simulator.Scenarios.Sections.Economy;

/// <summary><c>economy.businesses.NAME:</c></summary>
internal static class BusinessSection
{
    private const int MostBusinesses = 1_000_000;
    private const int MostSlots = 1_000;
    private const int MostDays = 36_500;

    private static readonly ChoiceShape<BusinessRole> Roles = new(
        ("node", BusinessRole.Node, "answers requests; earns by slots"),
        ("verifier", BusinessRole.Verifier, "checks answers; each earns the same"),
        ("full_node", BusinessRole.FullNode, "runs the chain; earns by stake"));

    private static readonly Key<BusinessRole> Role = new("role", Roles)
    {
        Documentation = "What they earn with.",
        Example = "node",
    };

    private static readonly Key<int> Count = new("count", Shapes.Integer(0, MostBusinesses))
    {
        Documentation = "How many there are on day 0.",
        Example = "100",
    };

    private static readonly Key<int> Most = new("most", Shapes.Integer(1, MostBusinesses))
    {
        Documentation = "How many there can be at once.",
        Default = "1000",
        Convention = "wide enough for most studies",
        Example = "500",
    };

    private static readonly Key<int> Slots = new("slots", Shapes.Integer(1, MostSlots))
    {
        Documentation = "Requests, or checks, that each does at once.",
        Default = "1",
        Convention = "one accelerator, one request",
        Example = "4",
    };

    private static readonly Key<OpgAmount> Stake = new("stake", Shapes.Amount)
    {
        Documentation = "What each bonds; staking rewards are paid by it.",
        Default = "0 OPG",
        Convention = "stakes are always stated",
        Example = "10000 OPG",
    };

    private static readonly Key<double> FixedCost = new("fixed_cost", Reals.UsdPerDay)
    {
        Documentation = "What each costs whatever it does: depreciation, rent, bandwidth.",
        Example = "12 USD/d",
    };

    private static readonly Key<double> Power = new("power", Reals.Watts)
    {
        Documentation = "What each draws while its slots are busy.",
        Default = "0 W",
        Convention = "power is always stated",
        Example = "350 W",
    };

    private static readonly Key<double> Electricity = new("electricity", Reals.UsdPerKilowattHour)
    {
        Documentation = "Price of electricity.",
        Default = "0.12 USD/kWh",
        Claim = Claim.Assumption("A-511", "between what industry pays in the United States and in Europe"),
        Example = "0.08 USD/kWh",
    };

    private static readonly Key<double> Opportunity = new("opportunity", Reals.PerYear)
    {
        Documentation = "What the stake could earn elsewhere per year.",
        Default = "0.05 /yr",
        Claim = Claim.Assumption("A-512", "about what US treasury bills paid in 2024"),
        Example = "0.1 /yr",
    };

    private static readonly Key<double> Spread = new("cost_spread", Reals.NotNegative)
    {
        Documentation = "Standard deviation of the logarithm of costs between them.",
        Default = "0.2",
        Claim = Claim.Assumption("A-513", "two thirds have costs within a fifth of the median"),
        Example = "0.3",
    };

    private static readonly Key<double> Sunk = new("sunk_cost", Reals.Usd)
    {
        Documentation = "What entering costs once.",
        Default = "0 USD",
        Convention = "sunk costs are always stated",
        Example = "2000 USD",
    };

    private static readonly Key<int> EntryDelay = new("entry_delay", Days(0, "30 d"))
    {
        Documentation = "From the decision to enter until it earns.",
        Default = "14 d",
        Claim = Claim.Assumption("A-514", "two weeks to order, install and register a machine"),
        Example = "30 d",
    };

    private static readonly Key<int> Payback = new("payback", Days(1, "365 d"))
    {
        Documentation = "In which an entrant wants its sunk cost back.",
        Default = "365 d",
        Claim = Claim.Assumption("A-515", "hardware is written off in a few years, and nobody counts on all of them"),
        Example = "180 d",
    };

    private static readonly Key<int> Patience = new("patience", Days(1, "30 d"))
    {
        Documentation = "Of smoothed loss after which one thinks of leaving, and the mean time until it does.",
        Default = "30 d",
        Claim = Claim.Assumption("A-516", "a month's bill is what makes people look"),
        Example = "60 d",
    };

    private static readonly Key<int> Unbonding = new("unbonding", Days(0, "21 d"))
    {
        Documentation = "Between leaving and having the stake back.",
        Default = "21 d",
        Claim = Claim.Assumption("A-517", "as long as most networks with proof of stake take"),
        Example = "7 d",
    };

    private static readonly Key<double> Candidates = new("candidates", Reals.PerDay)
    {
        Documentation = "People who look each day whether entering pays; 0 /d: nobody enters.",
        Default = "0 /d",
        Convention = "entry is always stated",
        Example = "0.5 /d",
    };

    private static readonly Key<Ratio> Sells = new("sells", Shapes.Ratio)
    {
        Documentation = "Share of what it earns beyond its costs that each sells at once; costs are always covered.",
        Default = "1/2",
        Claim = Claim.Assumption("A-518", "halfway between those who hold and those who do not"),
        Example = "1",
    };

    public static readonly Section<BusinessSettings> Shape = new(
        "a group of businesses",
        [
            Role, Count, Most, Slots, Stake, FixedCost, Power, Electricity, Opportunity, Spread, Sunk, EntryDelay, Payback,
            Patience, Unbonding, Candidates, Sells,
        ],
        values => new BusinessSettings
        {
            Name = values.Name,
            Role = values.Get(Role),
            Count = values.Get(Count),
            Most = values.Get(Most),
            Slots = values.Get(Slots),
            Stake = values.Get(Stake),
            FixedCost = values.Get(FixedCost),
            Power = values.Get(Power),
            Electricity = values.Get(Electricity),
            Opportunity = values.Get(Opportunity),
            CostSpread = values.Get(Spread),
            SunkCost = values.Get(Sunk),
            EntryDelay = values.Get(EntryDelay),
            Payback = values.Get(Payback),
            Patience = values.Get(Patience),
            Unbonding = values.Get(Unbonding),
            Candidates = values.Get(Candidates),
            Sells = values.Get(Sells).ToDouble(),
        })
    {
        Rules = values =>
        {
            if (values.Get(Count) > values.Get(Most))
            {
                values.Refuse(
                    Count,
                    $"{values.Get(Count)} are more than the {values.Get(Most)} that can be",
                    "no more than 'most'",
                    $"add 'most: {values.Get(Count)}'");
            }
        },
    };

    private static DaysShape Days(int low, string example) => new(low, MostDays, example);
}
