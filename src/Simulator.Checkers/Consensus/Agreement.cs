using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Consensus;

/// <summary>No two full nodes take different blocks of one height as final.</summary>
public sealed class Agreement : Checker
{
    private readonly Dictionary<(string Chain, long Height), (Hash32 Block, string Node)> first = [];

    public override string Name => "consensus.agreement";

    public override string Rule => "At every height all correct full nodes commit the same block.";

    public override void Observe(in ObservedFact fact)
    {
        if (fact.What is not BlockCommitted committed)
        {
            return;
        }

        (string, long) key = (committed.Chain, committed.Certificate.Height);
        if (!first.TryGetValue(key, out (Hash32 Block, string Node) earlier))
        {
            first.Add(key, earlier = (committed.Certificate.Block, fact.Actor));
        }

        bool agrees = earlier.Block == committed.Certificate.Block;
        Judge(
            agrees,
            fact.At,
            fact.Actor,
            agrees ? "" : $"committed {committed.Certificate.Block} at height {committed.Certificate.Height}, where "
                + $"{earlier.Node} committed {earlier.Block}");
    }
}
