using Simulator.Chain.State;
using Simulator.Primitives;

namespace Simulator.Chain.Staking;

/// <summary>An operator's stake.</summary>
/// <param name="Bonded">What counts and can be slashed.</param>
/// <param name="JailedUntil">Unix seconds; zero when not jailed.</param>
/// <param name="Unbonding">What is on its way back, oldest first.</param>
public sealed record StakeAccount(OpgAmount Bonded, ulong JailedUntil, IReadOnlyList<UnbondingEntry> Unbonding)
{
    public static readonly StakeAccount Empty = new(OpgAmount.Zero, 0, []);

    public OpgAmount UnbondingTotal =>
        Unbonding.Aggregate(OpgAmount.Zero, (sum, entry) => sum + entry.Amount);

    public bool IsJailed => JailedUntil != 0;

    internal bool IsEmpty => Bonded.IsZero && JailedUntil == 0 && Unbonding.Count == 0;

    internal void Write(SlotWriter writer)
    {
        writer.UInt128(Bonded.BaseUnits);
        writer.UInt64(JailedUntil);
        writer.UInt32((uint)Unbonding.Count);
        foreach (UnbondingEntry entry in Unbonding)
        {
            writer.UInt128(entry.Amount.BaseUnits);
            writer.UInt64(entry.RequestedAt);
            writer.UInt64(entry.ReleaseAt);
        }
    }
}

/// <summary>Stake that was asked back and is still liable for what happened before it was asked back.</summary>
/// <param name="Amount">What is left of it.</param>
/// <param name="RequestedAt">Unix seconds.</param>
/// <param name="ReleaseAt">Unix seconds from which it can be taken.</param>
public readonly record struct UnbondingEntry(OpgAmount Amount, ulong RequestedAt, ulong ReleaseAt);
