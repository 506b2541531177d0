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

    /// <summary>Base fee of block 0 in wei per gas; zero for a chain without a fee market.</summary>
    public required UInt128 BaseFee { get; init; }

    /// <summary>Blocks, its own included, after which facilitators report a settlement; at least 1.</summary>
    public required int Confirmations { get; init; }

    /// <summary>Null for a chain that takes no block back.</summary>
    public required ReorganisationSettings? Reorganisations { get; init; }
}
