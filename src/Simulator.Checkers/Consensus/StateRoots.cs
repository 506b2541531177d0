using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Consensus;

/// <summary>Every full node executes every block itself, so their states must be the same.</summary>
/// <remarks>By block, so that two blocks at one height are not reported here as well.</remarks>
public sealed class StateRoots : Checker
{
    private readonly Dictionary<(long Height, Hash32 Block), (Hash32 Root, string Node)> first = [];

    public override string Name => "consensus.state_roots";

    public override string Rule => "After every block all full nodes have the same state root.";

    public override void Observe(in ObservedFact fact)
    {
        if (fact.What is not BlockCommitted committed)
        {
            return;
        }

        (long, Hash32) key = (committed.Certificate.Height, committed.Certificate.Block);
        if (!first.TryGetValue(key, out (Hash32 Root, string Node) earlier))
        {
            first.Add(key, earlier = (committed.StateRoot, fact.Actor));
        }

        bool same = earlier.Root == committed.StateRoot;
        Judge(
            same,
            fact.At,
            fact.Actor,
            same ? "" : $"has {committed.StateRoot} after height {committed.Certificate.Height}, {earlier.Node} has {earlier.Root}");
    }
}
