using Simulator.Economics.Businesses;
using Simulator.Economics.Demand;
using Simulator.Economics.Epochs;
using Simulator.Economics.Policies;
using Simulator.Economics.Prices;
using Simulator.Economics.Splits;
using Simulator.Economics.Tokens;
using Simulator.Primitives;

namespace Simulator.Economics.Tests;

public sealed class EpochTests
{
    private const int TenYears = 3_653;

    [Fact]
    public void Ten_years_lose_no_atto_OPG_and_emissions_end_after_96_months()
    {
        EpochEconomy economy = new(Settings(), 7, 0);
        OpgAmount byMonth96 = OpgAmount.Zero;
        OpgAmount after = OpgAmount.Zero;
        for (int day = 0; day < TenYears; day++)
        {
            economy.Step(day);
            OpgAmount paid = economy.Ledger.Flows.Take().Where(flow => flow.Cause == FlowCause.Emission)
                .Aggregate(OpgAmount.Zero, (sum, flow) => sum + flow.Amount);
            byMonth96 += day <= 2_922 ? paid : OpgAmount.Zero;
            after += day > 2_922 ? paid : OpgAmount.Zero;
        }

        OpgAmount left = new(economy.Ledger[Account.Rewards]);
        Assert.Equal(OpgAmount.FromWholeOpg(100_000_000), byMonth96 + after + left);
        Assert.True(after < OpgAmount.OneOpg);
        Assert.True(economy.Ledger.Flows.Postings > 1_000_000);
    }

    [Fact]
    public void The_same_seed_is_the_same_economy_and_another_replication_is_not()
    {
        double[] prices = [.. new ulong[] { 0, 0, 1 }.Select(replication =>
        {
            EpochEconomy economy = new(Settings(), 7, replication);
            foreach (int day in Enumerable.Range(0, 100))
            {
                economy.Step(day);
            }

            return economy.Price;
        })];

        Assert.Equal(prices[0], prices[1]);
        Assert.NotEqual(prices[0], prices[2]);
    }

    [Fact]
    public void Businesses_that_lose_leave_after_their_patience_and_get_their_stakes_back()
    {
        EconomySettings settings = Settings() with { Businesses = [Group("nodes", BusinessRole.Node, 10) with { FixedCost = 1e6 }] };
        EpochEconomy economy = new(settings, 7, 0);
        List<int> active = [.. Enumerable.Range(0, 600).Select(day => economy.Step(day).Active[0])];

        Assert.Equal(10, active[29]);
        Assert.InRange(active[60], 1, 9);
        Assert.Equal(0, active[^1]);
        Assert.Equal(UInt128.Zero, economy.Ledger[Account.Staked]);
    }

    [Fact]
    public void Profit_attracts_entrants_until_it_is_gone()
    {
        EconomySettings settings = Settings() with
        {
            Demand = new DemandSettings { PerDay = 1_000_000, ReferencePrice = 0.01 },
            Pricing = new PricingSettings { Kind = PricingKind.Posted, Price = 0.01 },
            Businesses = [Group("nodes", BusinessRole.Node, 10) with { FixedCost = 40, Candidates = 2, Most = 1_000, SunkCost = 365 }],
        };
        EpochEconomy economy = new(settings, 7, 0);
        EpochReport last = Enumerable.Range(0, 2_000).Select(economy.Step).ToList()[^1];

        // Revenue is 0.8 × 10,000 USD a day plus emissions of some 6,800 at 0.2 USD; each costs 40 and wants 1 of sunk cost back.
        double revenue = 8_000 + (100e6 / 2_922 * economy.Price);
        Assert.InRange(last.Active[0], 0.9 * revenue / 41, 1.02 * revenue / 41);
    }

    [Fact]
    public void An_auction_pays_what_the_dearest_node_that_is_needed_asks()
    {
        EconomySettings settings = Settings() with
        {
            Demand = new DemandSettings { PerDay = 864_000, ReferencePrice = 0.01 },
            Pricing = new PricingSettings { Kind = PricingKind.Auction, Price = 0.01 },
            Service = new ServiceSettings { Seconds = 1, LongestWait = 1 },
            Businesses = [Group("nodes", BusinessRole.Node, 100) with { CostSpread = 0.3, FixedCost = 20, Slots = 1, Patience = 1_000_000 }],
        };
        EpochEconomy economy = new(settings, 7, 0);
        EpochReport report = economy.Step(0);

        // A node with one slot bears a load of one half: 43,200 requests a day; 20 of 100 serve 864,000.
        Assert.Equal(864_000, report.Served, 1e-6);
        Assert.Equal(20, economy.Groups[0].CountUpTo(report.InferencePrice / (20 / 43_200.0)));
    }

    [Fact]
    public void Wash_traders_find_the_volume_that_pays_best()
    {
        EconomySettings settings = Settings() with
        {
            Price = new PriceSettings { Kind = PriceKind.Path, Start = 1, Path = [1] },
            Demand = new DemandSettings { PerDay = 1_000_000, ReferencePrice = 0.01 },
            Pricing = new PricingSettings { Kind = PricingKind.Posted, Price = 0.01 },
            Businesses = [Group("honest", BusinessRole.Node, 50), Group("washers", BusinessRole.Node, 50)],
            Programme = new RewardProgramme(OpgAmount.FromWholeOpg(4_000)),
            Buyback = new BuybackSettings { Kind = BuybackKind.Fixed, PerDay = 4_000, Reserve = 1e9, Use = BuybackUse.Keep },
            WashTraders = "washers",
        };
        EpochEconomy economy = new(settings, 7, 0);
        List<double> volumes = [];
        for (int day = 0; day < 2_000; day++)
        {
            economy.Step(day);
            volumes.Add(economy.WashVolume);
        }

        // With R rewards, V honest fees and a leak of λ, R·w/(V + w) − λ·w is best at w = √(R·V/λ) − V.
        double best = Math.Sqrt(4_000 * 10_000 / 0.2) - 10_000;
        Assert.InRange(volumes.Skip(1_000).Average(), 0.75 * best, 1.25 * best);
    }

    private static EconomySettings Settings() => new()
    {
        EpochDays = 1,
        Epochs = TenYears,
        Tokens = TokenPresets.Opg,
        Price = new PriceSettings { Kind = PriceKind.Gbm, Start = 0.2, Volatility = 0.5 },
        Demand = new DemandSettings { PerDay = 2_000_000, ReferencePrice = 0.002, Elasticity = -1, Noise = 0.1 },
        Split = new PaymentSplit(
            [(PaymentPart.Node, new Ratio(8, 10)), (PaymentPart.Treasury, new Ratio(1, 10)), (PaymentPart.Burn, new Ratio(1, 10))]),
        Pricing = new PricingSettings { Kind = PricingKind.Posted, Price = 0.002 },
        Service = new ServiceSettings { Seconds = 1, LongestWait = 1 },
        Businesses = [Group("nodes", BusinessRole.Node, 100), Group("verifiers", BusinessRole.Verifier, 10)],
    };

    private static BusinessSettings Group(string name, BusinessRole role, int count) => new()
    {
        Name = name,
        Role = role,
        Count = count,
        Most = count,
        Slots = 2,
        Stake = OpgAmount.FromWholeOpg(10_000),
        FixedCost = 5,
        Sells = 0.5,
        Unbonding = 21,
    };
}
