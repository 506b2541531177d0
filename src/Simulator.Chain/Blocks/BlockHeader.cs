using System.Buffers.Binary;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Blocks;

/// <summary>What a block commits to.</summary>
/// <remarks>
/// The hash is Keccak-256 over parent ‖ height ‖ time ‖ gas used ‖ base fee ‖ the three roots, integers as 256-bit
/// words.
/// The producer's own number follows as a ninth word unless it is zero.
/// Transactions and receipts root: Keccak-256 over the hashes in order. State root: after the block's execution.
/// </remarks>
public sealed record BlockHeader(
    Hash32 Parent,
    ulong Height,
    ulong UnixTime,
    ulong GasUsed,
    UInt128 BaseFee,
    Hash32 TransactionsRoot,
    Hash32 ReceiptsRoot,
    Hash32 StateRoot,
    ulong ExtraData = 0)
{
    private const int Words = 8;

    public Hash32 Hash { get; } = Compute(
        Parent, Height, UnixTime, GasUsed, BaseFee, TransactionsRoot, ReceiptsRoot, StateRoot, ExtraData);

    private static Hash32 Compute(
        Hash32 parent,
        ulong height,
        ulong time,
        ulong gasUsed,
        UInt128 baseFee,
        Hash32 transactions,
        Hash32 receipts,
        Hash32 state,
        ulong extraData)
    {
        Span<byte> bytes = stackalloc byte[(Words + 1) * Hash32.Length];
        bytes.Clear();
        parent.CopyTo(bytes);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[56..], height);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[88..], time);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[120..], gasUsed);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[144..], baseFee);
        transactions.CopyTo(bytes[160..]);
        receipts.CopyTo(bytes[192..]);
        state.CopyTo(bytes[224..]);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[280..], extraData);
        return Keccak256.Hash(extraData == 0 ? bytes[..(Words * Hash32.Length)] : bytes);
    }
}
