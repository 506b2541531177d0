using Simulator.Economics.Businesses;
using Simulator.Economics.Demand;
using Simulator.Economics.Policies;
using Simulator.Economics.Prices;
using Simulator.Economics.Tokens;
using Simulator.Primitives;

namespace Simulator.Economics.Epochs;

/// <summary>The economy epoch by epoch: unlocks, demand, service, payments, costs, decisions, price.</summary>
/// <remarks>
/// Service is not simulated here: its limits come from the queue M/M/c and from rates measured at request level. OPG moves
/// only through <see cref="EpochLedger"/>, whose accounts sum to the supply after every epoch, to the last atto-OPG.
/// Businesses act on profits they have seen, never on a formula.
/// </remarks>
public sealed class EpochEconomy
{
    private static readonly Account[] Sellers = [Account.Authors, Account.Storage, Account.Facilitators];

    private readonly EconomySettings settings;
    private readonly Fleet[] fleets;
    private readonly PriceProcess process;
    private readonly ServiceMarket services;
    private readonly Payroll payroll;
    private readonly Buyback? buyback;
    private readonly int washing;
    private readonly WashTrader wash = new();
    private double inferencePrice;
    private double netBuying;
    private UInt128 paid;
    private UInt128 washed;

    /// <param name="settings">Checked by whoever read them.</param>
    /// <param name="seed">Every draw follows from it, the replication and a name.</param>
    /// <param name="replication">From 0.</param>
    /// <exception cref="InvariantViolatedException">Less OPG is free at launch than the businesses of day 0 bond.</exception>
    public EpochEconomy(EconomySettings settings, ulong seed, ulong replication)
    {
        this.settings = settings;
        int days = settings.EpochDays;
        fleets = [.. settings.Businesses.Select(
            group => new Fleet(group, days, new KeyedRandom(seed, replication, $"economy/{group.Name}")))];
        process = new PriceProcess(
            settings.Price, days / PriceProcess.DaysPerYear, new KeyedRandom(seed, replication, "economy/market"));
        services = new ServiceMarket(
            settings, fleets, new DemandCurve(settings.Demand, days, new KeyedRandom(seed, replication, "economy/users")));
        buyback = settings.Buyback is { } rules ? new Buyback(rules, days, settings.Price.Start) : null;
        washing = Array.FindIndex(fleets, fleet => fleet.Settings.Name == settings.WashTraders);
        Supply = settings.Tokens.Supply;
        Ledger = new EpochLedger(Supply.BaseUnits, fleets.Length);
        payroll = new Payroll(settings.Split, fleets, Ledger);
        (Price, inferencePrice) = (settings.Price.Start, settings.Pricing.Price);
        Unlock(allocation => allocation.UnlockedBy(0));
        for (int group = 0; group < fleets.Length; group++)
        {
            Bond(group, fleets[group].Active);
        }

        Ledger.Check();
    }

    /// <summary>All there ever is; what was burned lies in an account of its own.</summary>
    public OpgAmount Supply { get; }

    public EpochLedger Ledger { get; }

    public IReadOnlyList<Fleet> Groups => fleets;

    /// <summary>USD per OPG.</summary>
    public double Price { get; private set; }

    /// <summary>USD per epoch that wash traders pay themselves.</summary>
    public double WashVolume => washing < 0 ? 0 : wash.Volume;

    /// <summary>One epoch; call with 0, 1, 2, … in order.</summary>
    public EpochReport Step(int epoch)
    {
        (netBuying, paid, washed) = (0, 0, 0);
        if (epoch > 0)
        {
            int day = epoch * settings.EpochDays;
            Unlock(allocation => allocation.UnlockedBy(day) - allocation.UnlockedBy(day - settings.EpochDays));
        }

        Admit(epoch);
        Service service = services.Serve(epoch, inferencePrice);
        inferencePrice = service.Price;
        UInt128 security = Pay(service);
        Work(epoch, service);
        BuyBack();
        Ledger.Check();
        EpochReport report = Report(epoch, service, security);
        Price = process.Next(Price, epoch, netBuying);
        return report;
    }

    private void Unlock(Func<Allocation, OpgAmount> amountOf)
    {
        foreach (Allocation allocation in settings.Tokens.Allocations)
        {
            bool isReward = allocation.Name == settings.Tokens.Rewards;
            UInt128 amount = amountOf(allocation).BaseUnits;
            Ledger.Post(Account.Locked, isReward ? Account.Rewards : Account.Holders, FlowCause.Unlock, amount);
            netBuying -= isReward ? 0 : Usd(amount) * settings.UnlocksSold;
        }
    }

    private void Admit(int epoch)
    {
        for (int group = 0; group < fleets.Length; group++)
        {
            UInt128 stake = fleets[group].Settings.Stake.BaseUnits;
            UInt128 bondable = stake == 0 ? (UInt128)int.MaxValue : Ledger[Account.Holders] / stake;
            Bond(group, fleets[group].Admit(epoch, bondable));
        }
    }

    private void Bond(int group, int members)
    {
        UInt128 amount = fleets[group].Settings.Stake.BaseUnits * (UInt128)members;
        Ledger.Post(Account.Holders, Account.Staked, FlowCause.Bond, amount, members);
        netBuying += Usd(amount);
    }

    // Users buy what they pay, and pay it at once. Returns what secures the chain: full nodes' fees and emissions.
    private UInt128 Pay(Service service)
    {
        paid = UInt128.Min(Opg.Atto(service.Served * service.Price / Price), Ledger[Account.Holders]);
        Ledger.Post(Account.Holders, Account.Users, FlowCause.Purchase, paid);
        netBuying += Usd(paid);
        payroll.Begin();
        UInt128 security = payroll.Split(paid, services.Working);
        security += payroll.PayStakers();
        if (settings.Programme is { } programme)
        {
            UInt128 pool = UInt128.Min(
                programme.PerDay.BaseUnits * (UInt128)settings.EpochDays, Ledger[Account.Treasury]);
            UInt128 volume = washing < 0 ? 0 : Opg.Atto(wash.Volume / Price);
            (UInt128 earned, UInt128 leaked, washed) = payroll.Reward(pool, paid, washing, volume);
            if (washing >= 0)
            {
                wash.Learn(Usd(earned) - Usd(leaked));
            }
        }

        foreach (Account seller in Sellers)
        {
            Sell(seller, Ledger[seller], 1);
        }

        return security;
    }

    private void Work(int epoch, Service service)
    {
        for (int group = 0; group < fleets.Length; group++)
        {
            Fleet fleet = fleets[group];
            double load = fleet.Settings.Role == BusinessRole.Node ? service.Load : 1;
            StepOutcome done = fleet.Step(
                epoch, payroll.WageOf(group), payroll.RewardOf(group), load, Price, services.Working[group]);
            Account own = EpochLedger.Of(group);
            Sell(own, done.Sold, done.Members);
            Ledger.Post(own, Account.Holders, FlowCause.Exit, done.Abandoned, done.Leaving);
            fleet.Unbond(epoch, done.Leaving);
            UInt128 released = fleet.Settings.Stake.BaseUnits * (UInt128)fleet.Release(epoch);
            Ledger.Post(Account.Staked, Account.Holders, FlowCause.Unbond, released);
            netBuying -= Usd(released) + Usd(done.Abandoned);
            fleet.Attract(epoch, load, Price);
            Invariant.That(Ledger[own] == fleet.Held);
        }
    }

    private void BuyBack()
    {
        if (buyback is not null)
        {
            double spent = buyback.Spend(Price);
            UInt128 bought = UInt128.Min(Opg.Atto(spent / Price), Ledger[Account.Holders]);
            bool burns = settings.Buyback!.Use == BuybackUse.Burn;
            Ledger.Post(
                Account.Holders, burns ? Account.Burned : Account.Treasury, burns ? FlowCause.Burn : FlowCause.Buyback, bought);
            netBuying += spent;
        }
    }

    private void Sell(Account seller, UInt128 amount, long count)
    {
        Ledger.Post(seller, Account.Holders, FlowCause.Sale, amount, count);
        netBuying -= Usd(amount);
    }

    private double Usd(UInt128 atto) => Opg.Real(atto) * Price;

    private EpochReport Report(int epoch, Service service, UInt128 security)
    {
        UInt128 bound = Ledger[Account.Locked] + Ledger[Account.Rewards] + Ledger[Account.Burned] + Ledger[Account.Staked];
        return new EpochReport
        {
            Epoch = epoch,
            Price = Price,
            InferencePrice = service.Price,
            Wanted = service.Wanted,
            Served = service.Served,
            Load = service.Load,
            Wait = service.Wait,
            Checked = service.Checked,
            Circulating = new OpgAmount(Supply.BaseUnits - bound),
            Staked = new OpgAmount(Ledger[Account.Staked]),
            Burned = new OpgAmount(Ledger[Account.Burned]),
            Security = new OpgAmount(security),
            WashTraded = new OpgAmount(washed),
            Paid = new OpgAmount(paid),
            Active = [.. fleets.Select(fleet => fleet.Active)],
            Profit = [.. fleets.Select(fleet => fleet.Active == 0 ? double.NaN : fleet.SmoothedProfit / fleet.Active)],
        };
    }
}
