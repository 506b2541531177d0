using Simulator.Economics.Businesses;
using Simulator.Economics.Demand;
using Simulator.Economics.Epochs;
using Simulator.Economics.Policies;
using Simulator.Economics.Prices;
using Simulator.Economics.Splits;
using Simulator.Economics.Tokens;
using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections.Economy;

/// <summary><c>economy:</c></summary>
internal static class EconomySection
{
    private const int LongestEpoch = 31;

    private static readonly ChoiceShape<TokenPreset> Presets = new(
        ("opg", TokenPreset.Opg, "OPG as in public posts of 2025"));

    private static readonly Key<int> Epoch = new("epoch", new DaysShape(1, LongestEpoch, "7 d"))
    {
        Documentation = "Length of an epoch; the scenario's duration is a whole number of them.",
        Default = "1 d",
        Convention = "a day is what prices and decisions are quoted by",
        Example = "7 d",
    };

    private static readonly Key<TokenPreset> Tokens = new("tokens", Presets)
    {
        Documentation = "Allocations, cliffs, vesting and staking rewards.",
        Default = "opg",
        Claim = Claim.Published(
            "A-500",
            new DateOnly(2026, 11, 21),
            "third-party posts about OPG; 16 % of the supply is stated nowhere and filled so that 188 M circulate after two months"),
        Example = "opg",
    };

    private static readonly Key<PriceSettings> Price = new("price", PriceSection.Shape)
    {
        Documentation = "The price of OPG.",
        Example = "{ start: 0.2 USD }",
    };

    private static readonly Key<DemandSettings> Demand = new("demand", DemandSection.Shape)
    {
        Documentation = "Who wants how many requests at which price.",
        Example = "{ requests: 2000000 /d, at_price: 0.002 USD }",
    };

    private static readonly Key<PricingSettings> Pricing = new("pricing", PricingSection.Shape)
    {
        Documentation = "How the price of a request comes about.",
        Example = "{ price: 0.002 USD }",
    };

    private static readonly Key<PaymentSplit> Split = new("split", SplitSection.Shape)
    {
        Documentation = "Where a payment goes; the shares sum to 1.",
        Example = "{ node: 9/10, treasury: 1/10 }",
    };

    private static readonly Key<ServiceSettings> Service = new("service", ServiceSection.Shape)
    {
        Documentation = "What serving takes, as measured at request level.",
        Example = "{ time: 800 ms }",
    };

    private static readonly Key<IReadOnlyList<BusinessSettings>> Businesses = new(
        "businesses", new NamedGroups<BusinessSettings>("nodes: { role: node, count: 100, fixed_cost: 12 USD/d }", BusinessSection.Shape))
    {
        Documentation = "Who runs the network for money, in named groups.",
        Example = "{ nodes: { role: node, count: 100, fixed_cost: 12 USD/d } }",
    };

    private static readonly Key<BuybackSettings> Buyback = new("buyback", BuybackSection.Shape)
    {
        Documentation = "When the treasury buys OPG; it does not unless stated.",
        Example = "{ rule: fixed, most: 5000 USD/d, reserve: 5000000 USD }",
        IsOptional = true,
    };

    private static readonly Key<ProgrammeSettings> Programme = new("programme", ProgrammeSection.Shape)
    {
        Documentation = "Rewards on volume, and who farms them; none unless stated.",
        Example = "{ per_day: 4000 OPG }",
        IsOptional = true,
    };

    private static readonly Key<Ratio> UnlocksSold = new("unlocks_sold", Shapes.Ratio)
    {
        Documentation = "Share of what unlocks that is sold at once; it matters where the price has a depth.",
        Default = "0",
        Convention = "selling is always stated",
        Example = "30 %",
    };

    public static readonly Section<EconomySettings> Shape = new(
        "an economy",
        [Epoch, Tokens, Price, Demand, Pricing, Split, Service, Businesses, Buyback, Programme, UnlocksSold],
        Build)
    {
        Rules = values =>
        {
            if (values.Get(Businesses).All(group => group.Role != BusinessRole.Node))
            {
                values.Refuse(
                    Businesses, "nobody answers requests", "at least one group with 'role: node'", "add a group of nodes");
            }

            string? washers = values.Find(Programme)?.WashTraders;
            if (washers is not null && values.Get(Businesses).Any(group => group.Name == washers && group.Role != BusinessRole.Node))
            {
                values.Refuse(Programme, $"{washers} take no fees", "wash traders that are nodes", "name a group with 'role: node'");
            }
        },
    };

    /// <summary>The scenario's duration must hold whole epochs.</summary>
    public static void Check(SectionValues values, Key<SimDuration> duration, EconomySettings economy)
    {
        SimDuration epoch = SimDuration.FromDays(economy.EpochDays);
        if (values.Get(duration).Nanoseconds % epoch.Nanoseconds != 0)
        {
            values.Refuse(
                duration,
                $"{values.Get(duration)} is no whole number of epochs of {economy.EpochDays} d",
                "a multiple of economy.epoch",
                $"write for example '{economy.EpochDays * 365} d'");
        }
    }

    private static EconomySettings Build(SectionValues values) => new()
    {
        EpochDays = values.Get(Epoch),
        Epochs = 1,
        Tokens = values.Get(Tokens) switch
        {
            TokenPreset.Opg => TokenPresets.Opg,
            TokenPreset other => throw Invariant.Unreachable(other),
        },
        Price = values.Get(Price),
        Demand = values.Get(Demand),
        Pricing = values.Get(Pricing),
        Split = values.Get(Split),
        Service = values.Get(Service),
        Businesses = values.Get(Businesses),
        Buyback = values.Find(Buyback),
        Programme = values.Find(Programme) is { } programme ? new RewardProgramme(programme.PerDay) : null,
        WashTraders = values.Find(Programme)?.WashTraders,
        UnlocksSold = values.Get(UnlocksSold).ToDouble(),
    };
}
