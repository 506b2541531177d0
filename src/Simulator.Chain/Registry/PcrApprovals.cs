using Simulator.Chain.State;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Registry;

/// <summary>Which measurements may run as which type of enclave.</summary>
internal sealed class PcrApprovals
{
    private readonly StateTable<(byte TeeType, Hash32 PcrHash), PcrApproval> table;
    private readonly StateList<(byte TeeType, Hash32 PcrHash)> known;

    public PcrApprovals(WorldState state, Address registry, byte firstTable)
    {
        table = state.Table<(byte TeeType, Hash32 PcrHash), PcrApproval>(registry, firstTable, WriteKey, WriteApproval);
        known = state.List<(byte TeeType, Hash32 PcrHash)>(registry, (byte)(firstTable + 1), WriteKey);
    }

    /// <summary>Those approved now, in the order of their first approval.</summary>
    public IReadOnlyList<(byte TeeType, Hash32 PcrHash)> Approved =>
        [.. known.ToList().Where(key => IsApproved(key.TeeType, key.PcrHash))];

    public PcrApproval? Find(byte teeType, Hash32 pcrHash) => table[(teeType, pcrHash)];

    public bool IsApproved(byte teeType, Hash32 pcrHash) => Find(teeType, pcrHash) is { Approved: true };

    public void Approve(byte teeType, Hash32 pcrHash, ulong now, string version)
    {
        if (Find(teeType, pcrHash) is null)
        {
            known.Add((teeType, pcrHash));
        }

        table[(teeType, pcrHash)] = new PcrApproval(true, now, version);
    }

    public void Revoke(byte teeType, Hash32 pcrHash) =>
        table[(teeType, pcrHash)] = Find(teeType, pcrHash)! with { Approved = false };

    private static void WriteKey(SlotWriter writer, (byte TeeType, Hash32 PcrHash) key)
    {
        writer.Byte(key.TeeType);
        writer.Hash(key.PcrHash);
    }

    private static void WriteApproval(SlotWriter writer, PcrApproval approval)
    {
        writer.Boolean(approval.Approved);
        writer.UInt64(approval.ApprovedAt);
        writer.Text(approval.Version);
    }
}
