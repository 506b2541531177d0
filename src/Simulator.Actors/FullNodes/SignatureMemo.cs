using Simulator.Chain.Consensus;
using Simulator.Protocol.Consensus;

namespace Simulator.Actors.FullNodes;

/// <summary>Whether votes and proposals are signed by whom they name. Each object is checked once.</summary>
/// <remarks>Bounded: the oldest answers are forgotten first. Forgetting costs time, never a different answer.</remarks>
public sealed class SignatureMemo(ValidatorSet validators, string chainId, bool isReal)
{
    private const int Capacity = 65_536;

    private readonly Dictionary<object, bool> known = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<object> order = new();

    public string ChainId => chainId;

    public bool Holds(Vote vote) => validators.Contains(vote.Validator)
        && (!isReal || (known.TryGetValue(vote, out bool valid) ? valid : Check(vote)));

    public bool Holds(Proposal proposal) => validators.Contains(proposal.Proposer)
        && (!isReal || (known.TryGetValue(proposal, out bool valid) ? valid : Check(proposal)));

    private bool Check(Vote vote) => Remember(vote, Ed25519Key.Verify(
        validators[vote.Validator].PublicKey, SignBytes.Of(vote, chainId), vote.Signature));

    private bool Check(Proposal proposal) => Remember(proposal, Ed25519Key.Verify(
        validators[proposal.Proposer].PublicKey, SignBytes.Of(proposal, chainId), proposal.Signature));

    private bool Remember(object words, bool valid)
    {
        if (order.Count == Capacity)
        {
            known.Remove(order.Dequeue());
        }

        known.Add(words, valid);
        order.Enqueue(words);
        return valid;
    }
}
