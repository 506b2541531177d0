using Simulator.Primitives;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.FullNodes;

/// <summary>Puts a validator's name, clock and signature to its words.</summary>
internal sealed class VoteSigner(FullNodeSettings settings)
{
    private readonly long start = settings.Clock.StartUnixSeconds * SimDuration.NanosecondsPerSecond;

    public CastVote Sign(VoteType type, long height, int round, Hash32 block, SimTime now)
    {
        Vote vote = new(type, height, round, block, start + now.NanosecondsSinceStart, settings.Self);
        return new CastVote(settings.Key is null
            ? vote
            : vote with { Signature = settings.Key.Sign(SignBytes.Of(vote, settings.Signatures.ChainId)) });
    }

    public Proposal Sign(
        long height, int round, int polRound, Hash32 block, IReadOnlyList<Vote> justification, SimTime now) =>
        Sign(new Proposal(height, round, polRound, block, start + now.NanosecondsSinceStart, settings.Self)
        {
            Justification = justification,
        });

    public Proposal Sign(Proposal proposal) => settings.Key is null
        ? proposal
        : proposal with { Signature = settings.Key.Sign(SignBytes.Of(proposal, settings.Signatures.ChainId)) };
}
