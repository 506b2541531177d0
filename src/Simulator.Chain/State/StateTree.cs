using System.Security.Cryptography;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.State;

/// <summary>
/// A binary Merkle tree over all state slots, each leaf as high up as its key is unique. Its shape, and so its root,
/// depends on the set of slots alone, never on the order of the changes that led to it.
/// </summary>
/// <remarks>
/// Leaf = SHA-256(0 ‖ key ‖ value), branch = SHA-256(1 ‖ left ‖ right), nothing = 32 zero bytes. A change marks its
/// path;
/// marked branches are hashed once when the root is asked for. See docs/adr/2026-11-21-state-root.md.
/// </remarks>
internal sealed class StateTree
{
    private Node? top;

    public int Leaves { get; private set; }

    public Hash32 Root => top is null ? Hash32.Zero : top.Hash;

    /// <summary>Sets a slot, given the hash of its key and value.</summary>
    public void Put(TreeKey key, Hash32 leaf) => top = Put(top, key, leaf, 0);

    /// <summary>Removing a slot that is not there changes nothing.</summary>
    public void Remove(TreeKey key) => top = Remove(top, key, 0);

    private Node Put(Node? node, TreeKey key, Hash32 leaf, int depth)
    {
        switch (node)
        {
            case null:
                Leaves++;
                return new Leaf(key, leaf);
            case Leaf old when old.Key == key:
                return new Leaf(key, leaf);
            case Leaf old:
                Leaves++;
                return Split(old, new Leaf(key, leaf), depth);
            case Branch branch:
                branch.Replace(key.IsRight(depth), Put(branch.Child(key.IsRight(depth)), key, leaf, depth + 1));
                return branch;
            default:
                throw Invariant.Unreachable(node);
        }
    }

    private static Branch Split(Leaf old, Leaf added, int depth)
    {
        Invariant.That(depth < TreeKey.Bits);
        Branch branch = new();
        if (old.Key.IsRight(depth) == added.Key.IsRight(depth))
        {
            branch.Replace(old.Key.IsRight(depth), Split(old, added, depth + 1));
            return branch;
        }

        branch.Replace(old.Key.IsRight(depth), old);
        branch.Replace(added.Key.IsRight(depth), added);
        return branch;
    }

    private Node? Remove(Node? node, TreeKey key, int depth)
    {
        if (node is Leaf leaf && leaf.Key == key)
        {
            Leaves--;
            return null;
        }

        if (node is not Branch branch)
        {
            return node;
        }

        bool right = key.IsRight(depth);
        Node? before = branch.Child(right);
        Node? after = Remove(before, key, depth + 1);
        bool unchanged = ReferenceEquals(before, after) && (after is null or Leaf);
        if (!unchanged)
        {
            branch.Replace(right, after);
        }

        return branch.Only ?? branch;
    }

    private abstract class Node
    {
        public abstract Hash32 Hash { get; }
    }

    private sealed class Leaf(TreeKey key, Hash32 hash) : Node
    {
        public TreeKey Key { get; } = key;

        public override Hash32 Hash { get; } = hash;
    }

    private sealed class Branch : Node
    {
        private Node? left;
        private Node? right;
        private Hash32 hash;
        private bool stale = true;

        public override Hash32 Hash
        {
            get
            {
                if (stale)
                {
                    hash = Compute();
                    stale = false;
                }

                return hash;
            }
        }

        /// <summary>
        /// The one leaf below this branch, when there is no other: then the branch has no reason to exist.
        /// </summary>
        public Node? Only => (left, right) switch
        {
            (null, Leaf only) => only,
            (Leaf only, null) => only,
            _ => null,
        };

        public Node? Child(bool isRight) => isRight ? right : left;

        public void Replace(bool isRight, Node? child)
        {
            if (isRight)
            {
                right = child;
            }
            else
            {
                left = child;
            }

            stale = true;
        }

        private Hash32 Compute()
        {
            Span<byte> input = stackalloc byte[1 + (2 * Hash32.Length)];
            input.Clear();
            input[0] = 1;
            left?.Hash.CopyTo(input[1..]);
            right?.Hash.CopyTo(input[33..]);
            Span<byte> output = stackalloc byte[Hash32.Length];
            SHA256.HashData(input, output);
            return new Hash32(output);
        }
    }
}
