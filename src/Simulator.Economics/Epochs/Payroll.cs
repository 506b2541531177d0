using Simulator.Economics.Businesses;
using Simulator.Economics.Splits;
using Simulator.Primitives;

namespace Simulator.Economics.Epochs;

/// <summary>Turns payments, emissions and rewards into what each member of each group earns in an epoch.</summary>
/// <remarks>
/// A pool is divided by weight into whole units of atto-OPG; what does not divide stays in its account and is in the next
/// epoch's pool, so that nothing is lost to rounding.
/// </remarks>
internal sealed class Payroll(PaymentSplit split, Fleet[] fleets, EpochLedger ledger)
{
    private readonly UInt128[] parts = new UInt128[split.Shares.Count];
    private readonly UInt128[] carried = new UInt128[split.Shares.Count];
    private readonly UInt128[] wages = new UInt128[fleets.Length];
    private readonly UInt128[] rewards = new UInt128[fleets.Length];
    private readonly UInt128[] weights = new UInt128[fleets.Length];
    private readonly int[] workers = new int[fleets.Length];

    /// <summary>Atto-OPG for every member that works.</summary>
    public UInt128 WageOf(int group) => wages[group];

    /// <summary>Atto-OPG for every member.</summary>
    public UInt128 RewardOf(int group) => rewards[group];

    public void Begin()
    {
        Array.Clear(wages);
        Array.Clear(rewards);
    }

    /// <summary>Splits what users paid; returns the full nodes' part.</summary>
    /// <param name="paid">Atto-OPG in the users' account.</param>
    /// <param name="working">For each group, the cost factor up to which its members work.</param>
    public UInt128 Split(UInt128 paid, double[] working)
    {
        for (int group = 0; group < fleets.Length; group++)
        {
            workers[group] = double.IsPositiveInfinity(working[group])
                ? fleets[group].Active
                : fleets[group].CountUpTo(working[group]);
        }

        UInt128 chain = 0;
        split.Divide(paid, parts);
        for (int i = 0; i < parts.Length; i++)
        {
            PaymentPart part = split.Shares[i].Part;
            chain += part == PaymentPart.FullNodes ? parts[i] : 0;
            if (RoleOf(part) is { } role)
            {
                carried[i] = Divide(
                    parts[i] + carried[i], Account.Users, FlowCause.Payment, wages, fleet => WeightOf(fleet, role), workers);
            }
            else
            {
                ledger.Post(Account.Users, AccountOf(part), part == PaymentPart.Burn ? FlowCause.Burn : FlowCause.Payment, parts[i]);
            }
        }

        return chain;
    }

    /// <summary>Pays out the staking rewards that have unlocked, by stake; returns what was paid.</summary>
    public UInt128 PayStakers()
    {
        int[] members = [.. fleets.Select(fleet => fleet.Active)];
        UInt128 pool = ledger[Account.Rewards];
        return pool - Divide(pool, Account.Rewards, FlowCause.Emission, rewards, StakeOf, members);
    }

    /// <summary>Pays the programme's rewards to nodes by the fees they took, those they paid themselves included.</summary>
    /// <returns>What wash traders earned by their own volume's weight, what the split took of that volume, and the volume.</returns>
    public (UInt128 Earned, UInt128 Leaked, UInt128 Volume) Reward(UInt128 pool, UInt128 paid, int washing, UInt128 volume)
    {
        UInt128 slots = Sum(fleet => WeightOf(fleet, BusinessRole.Node), workers);
        if (slots == 0 || paid + volume == 0)
        {
            return (0, 0, 0);
        }

        UInt128 washed = washing < 0 || workers[washing] == 0 ? 0 : Affordable(volume, washing);
        UInt128 all = paid + washed;
        UInt128 byVolume = new OpgAmount(pool).MultiplyDivideRoundingDown(paid, all).BaseUnits;
        UInt128 rest = Divide(
            byVolume, Account.Treasury, FlowCause.Programme, wages, fleet => WeightOf(fleet, BusinessRole.Node), workers);
        Invariant.That(rest < slots || byVolume == rest);
        return washed == 0 ? (0, 0, 0) : (Farm(pool - byVolume, washing), Leak(washed, washing), washed);
    }

    // What the split takes of it must come out of what the group earns.
    private UInt128 Affordable(UInt128 volume, int group)
    {
        Ratio node = split.Shares.First(share => share.Part == PaymentPart.Node).Share;
        long leak = node.Denominator - node.Numerator;
        UInt128 income = wages[group] * (UInt128)workers[group];
        return leak == 0 ? volume : UInt128.Min(volume, income * (UInt128)node.Denominator / (UInt128)leak);
    }

    private UInt128 Farm(UInt128 earned, int group)
    {
        UInt128 each = earned / (UInt128)workers[group];
        ledger.Post(
            Account.Treasury, EpochLedger.Of(group), FlowCause.Programme, each * (UInt128)workers[group], workers[group]);
        wages[group] += each;
        return each * (UInt128)workers[group];
    }

    // The node's own part comes back to it; the others' parts are gone.
    private UInt128 Leak(UInt128 volume, int group)
    {
        UInt128 leaked = 0;
        split.Divide(volume, parts);
        for (int i = 0; i < parts.Length; i++)
        {
            PaymentPart part = split.Shares[i].Part;
            if (part != PaymentPart.Node)
            {
                // In whole shares of the members, so that each pays the same.
                UInt128 each = parts[i] / (UInt128)workers[group];
                UInt128 amount = each * (UInt128)workers[group];
                bool isPool = RoleOf(part) is not null;
                ledger.Post(EpochLedger.Of(group), isPool ? Account.Users : AccountOf(part), FlowCause.WashTrade, amount);
                carried[i] += isPool ? amount : 0;
                wages[group] -= each;
                leaked += amount;
            }
        }

        return leaked;
    }

    // Returns what did not divide, and what nobody is there for.
    private UInt128 Divide(
        UInt128 pool, Account from, FlowCause cause, UInt128[] into, Func<Fleet, UInt128> weightOf, int[] members)
    {
        UInt128 all = Sum(weightOf, members);
        if (all == 0)
        {
            return pool;
        }

        UInt128 unit = pool / all;
        for (int group = 0; group < fleets.Length; group++)
        {
            UInt128 each = unit * weights[group];
            into[group] += each;
            ledger.Post(from, EpochLedger.Of(group), cause, each * (UInt128)members[group], members[group]);
        }

        return pool - (unit * all);
    }

    private UInt128 Sum(Func<Fleet, UInt128> weightOf, int[] members)
    {
        UInt128 all = 0;
        for (int group = 0; group < fleets.Length; group++)
        {
            weights[group] = weightOf(fleets[group]);
            all += weights[group] * (UInt128)members[group];
        }

        return all;
    }

    private static UInt128 WeightOf(Fleet fleet, BusinessRole role) => fleet.Settings.Role != role ? 0 : role switch
    {
        BusinessRole.Node => (UInt128)fleet.Settings.Slots,
        BusinessRole.Verifier => 1,
        BusinessRole.FullNode => UInt128.Max(1, StakeOf(fleet)),
        _ => throw Invariant.Unreachable(role),
    };

    // Whole OPG.
    private static UInt128 StakeOf(Fleet fleet) => fleet.Settings.Stake.BaseUnits / OpgAmount.OneOpg.BaseUnits;

    private static BusinessRole? RoleOf(PaymentPart part) => part switch
    {
        PaymentPart.Node => BusinessRole.Node,
        PaymentPart.Verifiers => BusinessRole.Verifier,
        PaymentPart.FullNodes => BusinessRole.FullNode,
        _ => null,
    };

    private static Account AccountOf(PaymentPart part) => part switch
    {
        PaymentPart.Author => Account.Authors,
        PaymentPart.Storage => Account.Storage,
        PaymentPart.Facilitator => Account.Facilitators,
        PaymentPart.Treasury => Account.Treasury,
        PaymentPart.Burn => Account.Burned,
        _ => throw Invariant.Unreachable(part),
    };
}
