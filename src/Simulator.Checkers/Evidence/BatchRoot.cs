using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;

namespace Simulator.Checkers.Evidence;

/// <summary>The root of a batch from its rows, by code of its own.</summary>
/// <remarks>
/// Form: @openzeppelin/merkle-tree, standard-v1. In an array of 2n−1 nodes the leaves fill the end, the smallest last;
/// node i has the children 2i+1 and 2i+2 and is the Keccak-256 of both, the smaller first.
/// </remarks>
internal static class BatchRoot
{
    private const int Word = 32;

    /// <param name="rows">At least one.</param>
    public static Hash32 Of(IReadOnlyList<SettlementRow> rows)
    {
        Hash32[] leaves = [.. rows.Select(Leaf)];
        Array.Sort(leaves, (left, right) => left.CompareTo(right));
        return Node(0, leaves);
    }

    private static Hash32 Node(int index, Hash32[] ascending)
    {
        int inner = ascending.Length - 1;
        if (index >= inner)
        {
            return ascending[(2 * inner) - index];
        }

        byte[] left = Node((2 * index) + 1, ascending).ToArray();
        byte[] right = Node((2 * index) + 2, ascending).ToArray();
        bool isOrdered = left.AsSpan().SequenceCompareTo(right) <= 0;
        return Keccak256.Hash(isOrdered ? [.. left, .. right] : [.. right, .. left]);
    }

    // ABI encoding of (bytes32, bytes32, bytes32, bytes, uint256): five words, then length and padded signature.
    private static Hash32 Leaf(SettlementRow row)
    {
        byte[] signature = row.TeeSignature;
        int padded = (signature.Length + Word - 1) / Word * Word;
        byte[] encoded = new byte[(6 * Word) + padded];
        row.TeeId.ToArray().CopyTo(encoded, 0);
        row.InputHash.ToArray().CopyTo(encoded, Word);
        row.OutputHash.ToArray().CopyTo(encoded, 2 * Word);
        ((UInt256)(ulong)(5 * Word)).WriteBigEndian(encoded.AsSpan(3 * Word, Word));
        row.Timestamp.WriteBigEndian(encoded.AsSpan(4 * Word, Word));
        ((UInt256)(ulong)signature.Length).WriteBigEndian(encoded.AsSpan(5 * Word, Word));
        signature.CopyTo(encoded, 6 * Word);
        return Keccak256.Hash(Keccak256.Hash(encoded).ToArray());
    }
}
