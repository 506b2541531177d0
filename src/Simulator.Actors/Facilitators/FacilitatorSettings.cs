using Simulator.Actors.Facilitators.Frauds;
using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Facilitators;

/// <summary>What a facilitator is.</summary>
public sealed record FacilitatorSettings
{
    /// <summary>Name of the group in the scenario.</summary>
    public required string Group { get; init; }

    /// <summary>The account it settles from and pays gas with.</summary>
    public required PrivateKey Key { get; init; }

    /// <summary>Virtual time to check one payment's fields and signature.</summary>
    public required SimDuration CheckingTime { get; init; }

    /// <summary>Virtual time to sign one transaction.</summary>
    public required SimDuration SigningTime { get; init; }

    /// <summary>Settlement jobs that may wait; one more is answered 503.</summary>
    public required int QueueCapacity { get; init; }

    /// <summary>
    /// Blocks from a settlement's own up to the newest, both included, before its end is reported; at least 1.
    /// </summary>
    public int Confirmations { get; init; } = 1;

    /// <summary>How often a settlement that failed on the way, not by a verdict, is tried again; 0 as the real service.</summary>
    public int Retry { get; init; }

    /// <summary>How it cheats; null for one that does not.</summary>
    public FacilitatorFraud? Fraud { get; init; }

    /// <summary>The payment chain's RPC.</summary>
    public required ActorRef Chain { get; init; }

    public required ulong ChainId { get; init; }

    public required UnixClock Clock { get; init; }
}
