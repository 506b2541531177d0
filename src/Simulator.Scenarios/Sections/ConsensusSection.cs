using Simulator.Actors.FullNodes;
using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>chains.inference.consensus:</c> and <c>chains.inference.byzantine:</c></summary>
internal static class ConsensusSection
{
    private static readonly DateOnly Published = new(2026, 11, 21);

    private static readonly Key<SimDuration> Propose = new("propose", Shapes.PositiveDuration)
    {
        Documentation = "How long a validator waits for a proposal in round 0 (CometBFT's timeout_propose).",
        Default = "2 s",
        Claim = Claim.Published("A-400", Published, "the network's node scripts set timeout_propose to 2 s"),
        Example = "2 s",
    };

    private static readonly Key<SimDuration> Prevote = new("prevote", Shapes.PositiveDuration)
    {
        Documentation = "How long a validator waits for agreeing prevotes in round 0 (timeout_prevote).",
        Default = "500 ms",
        Claim = Claim.Published("A-401", Published, "the network's node scripts set timeout_prevote to 500 ms"),
        Example = "500 ms",
    };

    private static readonly Key<SimDuration> Precommit = new("precommit", Shapes.PositiveDuration)
    {
        Documentation = "How long a validator waits for agreeing precommits in round 0 (timeout_precommit).",
        Default = "500 ms",
        Claim = Claim.Published("A-402", Published, "the network's node scripts set timeout_precommit to 500 ms"),
        Example = "500 ms",
    };

    private static readonly Key<SimDuration> Growth = new("growth", Shapes.PositiveDuration)
    {
        Documentation = "What the three timeouts grow by in every round.",
        Default = "200 ms",
        Claim = Claim.Published("A-403", Published, "the network's node scripts set all three deltas to 200 ms"),
        Example = "200 ms",
    };

    private static readonly Key<SimDuration> VoteCheck = new("vote_check", Shapes.Duration)
    {
        Documentation = "Time to check one vote. Checks are made one after another, so with n equal validators and "
            + "quorum q a block is final 3 one-way delays + proposal_check + (2q - 3) vote_check after its proposal.",
        Default = "150 us",
        Claim = Claim.Measured(
            "A-404", "one Ed25519 verification takes about 125 us with BouncyCastle on one x86-64 server core"),
        Example = "150 us",
    };

    private static readonly Key<SimDuration> ProposalCheck = new("proposal_check", Shapes.Duration)
    {
        Documentation = "Time to check one proposal with its block, before the prevote.",
        Default = "1 ms",
        Claim = Claim.Assumption("A-405", "one signature, the header and the hashes of a few hundred transactions"),
        Example = "1 ms",
    };

    private static readonly Key<SimDuration> Gossip = new("gossip", Shapes.PositiveDuration)
    {
        Documentation = "How often a full node looks whether anything has moved; if not, it asks its peers for what it "
            + "missed.",
        Default = "500 ms",
        Claim = Claim.Assumption(
            "A-406", "votes are sent once here; CometBFT's peers offer each other what they miss every 100 ms"),
        Example = "500 ms",
    };

    private static readonly Key<VoteSignatures> Votes = new("votes", new ChoiceShape<VoteSignatures>(
        ("real", VoteSignatures.Real, "votes and proposals are signed and checked with Ed25519"),
        ("modelled", VoteSignatures.Modelled, "signatures are left out; every vote stays a message of its size")))
    {
        Documentation = "Whether votes carry real signatures.",
        Default = "real",
        Convention = "real wherever it is affordable; it does not change virtual time",
        Example = "modelled",
    };

    public static readonly Section<ConsensusSettings> Shape = new(
        "consensus",
        [Propose, Prevote, Precommit, Growth, VoteCheck, ProposalCheck, Gossip, Votes],
        values => new ConsensusSettings
        {
            Propose = values.Get(Propose),
            Prevote = values.Get(Prevote),
            Precommit = values.Get(Precommit),
            Growth = values.Get(Growth),
            VoteCheck = values.Get(VoteCheck),
            ProposalCheck = values.Get(ProposalCheck),
            Gossip = values.Get(Gossip),
            Votes = values.Get(Votes),
        });

    private static readonly Key<int> Count = new("count", Shapes.Integer(1, 1_000))
    {
        Documentation = "How many validators, the last by number; at least one must stay correct.",
        Example = "2",
    };

    private static readonly Key<ByzantineBehaviour> Behaviour = new("behaviour", new ChoiceShape<ByzantineBehaviour>(
        ("silent", ByzantineBehaviour.Silent, "says nothing"),
        ("equivocate", ByzantineBehaviour.Equivocate, "signs two votes where it may sign one, and sends both to all"),
        ("split_vote", ByzantineBehaviour.SplitVote, "all of them together show each half of the others its own block"),
        ("propose_two", ByzantineBehaviour.ProposeTwo, "proposes one block to one half and another to the other half"),
        ("amnesia", ByzantineBehaviour.Amnesia, "forgets its lock in every round"),
        ("censor", ByzantineBehaviour.Censor, "leaves all transactions out of its blocks")))
    {
        Documentation = "What they do instead of following the protocol.",
        Example = "equivocate",
    };

    public static readonly Section<ByzantineValidators> Byzantine = new(
        "the byzantine validators",
        [Count, Behaviour],
        values => new ByzantineValidators { Count = values.Get(Count), Behaviour = values.Get(Behaviour) });
}
