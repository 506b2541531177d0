using Simulator.Chain.State;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Staking;

/// <summary>Evidence that has been punished; each counts once for each operator.</summary>
internal sealed class EvidenceBook
{
    private readonly StateTable<(Address Operator, Hash32 Evidence), bool> used;
    private readonly StateSchedule<(Address Operator, Hash32 Evidence)> expiry;

    public EvidenceBook(WorldState state, Address staking, byte table)
    {
        used = state.Table<(Address Operator, Hash32 Evidence), bool>(
            staking, table, WriteKey, static (w, flag) => w.Boolean(flag));
        expiry = state.Schedule<(Address Operator, Hash32 Evidence)>();
    }

    public bool IsUsed(Address holder, Hash32 evidence) => used[(holder, evidence)];

    /// <summary>Remembers until after the last use, when the offence is too old to be punished.</summary>
    public void Use(Address holder, Hash32 evidence, ulong lastUse)
    {
        used[(holder, evidence)] = true;
        expiry.Add(lastUse, (holder, evidence));
    }

    public void Prune(ulong now)
    {
        while (expiry.TryTakeBefore(now, out (Address Operator, Hash32 Evidence) key))
        {
            used[key] = false;
        }
    }

    private static void WriteKey(SlotWriter writer, (Address Operator, Hash32 Evidence) key)
    {
        writer.Address(key.Operator);
        writer.Hash(key.Evidence);
    }
}
