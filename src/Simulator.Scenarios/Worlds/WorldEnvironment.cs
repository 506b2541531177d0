using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Inference.Facts;
using Simulator.Kernel;
using Simulator.Protocol.Enclaves;

namespace Simulator.Scenarios.Worlds;

/// <summary>What a world needs besides its scenario. Nothing in here may change a result.</summary>
public sealed record WorldEnvironment
{
    public required ModelStore Models { get; init; }

    /// <summary>Computes inferences, or replays recorded ones.</summary>
    public required IInference Inference { get; init; }

    /// <summary>Receives every inference result of the run.</summary>
    public required InferenceFacts Facts { get; init; }

    public required EnclaveKeyPool Keys { get; init; }

    public int Threads { get; init; } = 1;

    public int Shards { get; init; } = 1;

    public ulong Replication { get; init; }

    public IEventTrace? Trace { get; init; }
}
