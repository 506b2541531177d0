using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>One chain.</summary>
public sealed record ChainSettings
{
    /// <summary>EIP-155 chain id of the payment chain (Base).</summary>
    public const ulong PaymentChainId = 8453;

    /// <summary>Time between blocks; greater than zero.</summary>
    public required SimDuration Block { get; init; }

    /// <summary>Time to recover the sender of one transaction.</summary>
    public required SimDuration Recovery { get; init; }

    /// <summary>Calendar time of the start of the run in seconds since 1970-01-01T00:00:00Z.</summary>
    public required long StartUnixSeconds { get; init; }
}
