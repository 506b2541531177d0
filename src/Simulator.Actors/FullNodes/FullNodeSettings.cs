using Simulator.Actors.Network;
using Simulator.Chain.Blocks;
using Simulator.Chain.Pipe;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.FullNodes;

/// <summary>What one full node of the inference chain runs.</summary>
public sealed record FullNodeSettings
{
    /// <summary>Its own copy: contracts deployed, nothing allocated yet.</summary>
    public required InferenceChain Chain { get; init; }

    public required InferenceGenesis Genesis { get; init; }

    /// <summary>Time between a commit and the next height's proposal; greater than zero.</summary>
    public required SimDuration BlockInterval { get; init; }

    /// <summary>No block is produced after this instant.</summary>
    public required SimTime Until { get; init; }

    public required UnixClock Clock { get; init; }

    /// <summary>Names of accounts, for the ledger.</summary>
    public required IReadOnlyDictionary<Address, string> Names { get; init; }

    /// <summary>Virtual time to recover a transaction's sender.</summary>
    public required SimDuration RecoveryTime { get; init; }

    /// <summary>Rules of the inference mempool.</summary>
    public required PipeSettings Pipe { get; init; }

    /// <summary>Inference nodes by the endpoint they register: what name resolution gives.</summary>
    public required IReadOnlyDictionary<string, ActorRef> Endpoints { get; init; }

    /// <summary>What this node proposes of a sound selection: the same, unless a bug is planted.</summary>
    public Func<BlockSelection, BlockSelection> Proposes { get; init; } = static selection => selection;
}
