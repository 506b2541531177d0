using Simulator.Actors.FullNodes;
using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>How long the inference chain's validators wait and how long they check.</summary>
public sealed record ConsensusSettings
{
    public required SimDuration Propose { get; init; }

    public required SimDuration Prevote { get; init; }

    public required SimDuration Precommit { get; init; }

    /// <summary>What each of the three grows by in every round.</summary>
    public required SimDuration Growth { get; init; }

    /// <summary>Time to check one vote.</summary>
    public required SimDuration VoteCheck { get; init; }

    /// <summary>Time to check one proposal with its block.</summary>
    public required SimDuration ProposalCheck { get; init; }

    /// <summary>How often a full node looks whether it is stuck.</summary>
    public required SimDuration Gossip { get; init; }

    /// <summary>Whether votes carry real signatures.</summary>
    public required VoteSignatures Votes { get; init; }
}

/// <summary>What a vote's signature is.</summary>
public enum VoteSignatures
{
    Unset = 0,

    /// <summary>Ed25519, made and checked.</summary>
    Real,

    /// <summary>Left out; every vote stays a message.</summary>
    Modelled,
}

/// <summary>Validators that do not follow the protocol.</summary>
public sealed record ByzantineValidators
{
    /// <summary>The last so many by number.</summary>
    public required int Count { get; init; }

    public required ByzantineBehaviour Behaviour { get; init; }
}
