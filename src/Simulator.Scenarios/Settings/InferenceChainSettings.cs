using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>The chain that enclaves are registered on and evidence is settled on (OG-EVM, chain id 10740).</summary>
public sealed record InferenceChainSettings
{
    /// <summary>Time between a commit and the next height's proposal; greater than zero.</summary>
    public required SimDuration Block { get; init; }

    /// <summary>Full nodes that vote; at least 1.</summary>
    public required int Validators { get; init; }

    /// <summary>Time to recover the sender of one transaction.</summary>
    public required SimDuration Recovery { get; init; }

    /// <summary>Rules of the inference mempool.</summary>
    public required InferencePipeSettings Pipe { get; init; }

    /// <summary>What each validator has bonded in block 0; greater than zero.</summary>
    public required OpgAmount Stake { get; init; }

    public required ConsensusSettings Consensus { get; init; }

    /// <summary>Null when all validators follow the protocol.</summary>
    public ByzantineValidators? Byzantine { get; init; }
}
