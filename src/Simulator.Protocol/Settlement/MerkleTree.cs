using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Settlement;

/// <summary>
/// The tree of OpenZeppelin's standard form: leaves sorted by hash and stored from the end of the array, each node the
/// Keccak-256 of its two children in ascending order, the root at index 0.
/// </summary>
/// <remarks>Source: @openzeppelin/merkle-tree 1.0.8, format <c>standard-v1</c>.</remarks>
public sealed class MerkleTree
{
    /// <summary>A proof never has more nodes than a hash has bits.</summary>
    public const int ProofLengthMax = 256;

    private readonly Hash32[] nodes;
    private readonly int[] treeIndexes;

    private MerkleTree(Hash32[] nodes, int[] treeIndexes)
    {
        this.nodes = nodes;
        this.treeIndexes = treeIndexes;
    }

    public Hash32 Root => nodes[0];

    /// <summary>2n−1 nodes; children of node i are 2i+1 and 2i+2.</summary>
    public IReadOnlyList<Hash32> Nodes => nodes;

    /// <summary>Where the leaf of each row stands among the nodes, in the order the leaves were given.</summary>
    public IReadOnlyList<int> TreeIndexes => treeIndexes;

    /// <param name="leaves">At least one leaf hash, in row order. Equal leaves keep their order.</param>
    public static MerkleTree Build(IReadOnlyList<Hash32> leaves)
    {
        Invariant.That(leaves.Count > 0);
        Hash32[] nodes = new Hash32[(2 * leaves.Count) - 1];
        int[] treeIndexes = new int[leaves.Count];
        int position = nodes.Length - 1;
        foreach (int row in Enumerable.Range(0, leaves.Count).OrderBy(i => leaves[i]))
        {
            nodes[position] = leaves[row];
            treeIndexes[row] = position--;
        }

        for (; position >= 0; position--)
        {
            nodes[position] = Combine(nodes[(2 * position) + 1], nodes[(2 * position) + 2]);
        }

        return new(nodes, treeIndexes);
    }

    /// <summary>The siblings on the way from the leaf of a row to the root.</summary>
    /// <param name="row">Index of the row, from zero.</param>
    public IReadOnlyList<Hash32> Proof(int row)
    {
        List<Hash32> proof = [];
        for (int i = treeIndexes[row]; i > 0; i = (i - 1) / 2)
        {
            proof.Add(nodes[i % 2 == 1 ? i + 1 : i - 1]);
        }

        return proof;
    }

    /// <summary>
    /// The relay contract's <c>verifyProof</c>: folds the leaf with sorted pairs and compares with the root.
    /// </summary>
    /// <remarks>
    /// The leaf is taken as given, that is, already hashed twice. An empty proof holds when leaf and root are equal.
    /// </remarks>
    public static bool Verify(Hash32 leaf, IReadOnlyList<Hash32> proof, Hash32 root) =>
        proof.Count <= ProofLengthMax && proof.Aggregate(leaf, Combine) == root;

    /// <summary>A tree as dumped; null when a node is not the hash of its children.</summary>
    internal static MerkleTree? FromNodes(Hash32[] nodes, int[] treeIndexes)
    {
        for (int i = 0; (2 * i) + 2 < nodes.Length; i++)
        {
            if (nodes[i] != Combine(nodes[(2 * i) + 1], nodes[(2 * i) + 2]))
            {
                return null;
            }
        }

        return new(nodes, treeIndexes);
    }

    /// <summary>keccak(min ‖ max).</summary>
    internal static Hash32 Combine(Hash32 left, Hash32 right)
    {
        Span<byte> pair = stackalloc byte[2 * Hash32.Length];
        (left <= right ? left : right).CopyTo(pair);
        (left <= right ? right : left).CopyTo(pair[Hash32.Length..]);
        return Keccak256.Hash(pair);
    }
}
