using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;

namespace Simulator.Actors.Users;

/// <summary>What a contract caller knows and wants.</summary>
public sealed record ContractCallerSettings
{
    /// <summary>Name of the group in the scenario.</summary>
    public required string Group { get; init; }

    public required PrivateKey Key { get; init; }

    public required Arrivals Arrivals { get; init; }

    /// <summary>No request starts at or after this instant.</summary>
    public required SimTime AsksUntil { get; init; }

    /// <summary>How long the caller waits for a receipt, counted from the request's start.</summary>
    public required SimDuration Patience { get; init; }

    public required IQuestions Questions { get; init; }

    /// <summary>Content id of the model that is asked.</summary>
    public required string ModelId { get; init; }

    /// <summary>How answers are to be verified.</summary>
    public InferenceMode Mode { get; init; } = InferenceMode.Tee;

    public required ulong ChainId { get; init; }

    /// <summary>The full node that transactions are sent to and receipts are read from.</summary>
    public required ActorRef FullNode { get; init; }

    /// <summary>Its actor name.</summary>
    public required string FullNodeName { get; init; }

    /// <summary>The nodes the caller knows, to check answers itself.</summary>
    public required IReadOnlyList<KnownNode> Nodes { get; init; }

    /// <summary>False for careless callers, who believe their full node.</summary>
    public bool ChecksAnswers { get; init; } = true;

    /// <summary>Virtual time that signing a transaction takes on the caller's machine.</summary>
    public required SimDuration SigningTime { get; init; }

    /// <summary>Virtual time that checking an answer takes on the caller's machine.</summary>
    public required SimDuration CheckingTime { get; init; }
}
