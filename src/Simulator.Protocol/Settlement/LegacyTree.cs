using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Settlement;

/// <summary>The two-column tree of the retired facilitator: rows of input hash and output hash.</summary>
public static class LegacyTree
{
    /// <param name="rows">At least one pair of hashes.</param>
    public static MerkleTree Build(IReadOnlyList<(Hash32 InputHash, Hash32 OutputHash)> rows) =>
        MerkleTree.Build([.. rows.Select(row => Leaf(row.InputHash, row.OutputHash))]);

    /// <summary>keccak(keccak(abi.encode(input hash, output hash))).</summary>
    public static Hash32 Leaf(Hash32 inputHash, Hash32 outputHash) =>
        Keccak256.Hash(Keccak256.Hash(new AbiWriter().Word(inputHash).Word(outputHash).ToArray()).ToArray());
}
