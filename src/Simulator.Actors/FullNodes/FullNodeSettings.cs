using Simulator.Actors.Network;
using Simulator.Chain.Blocks;
using Simulator.Chain.Consensus;
using Simulator.Chain.Pipe;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.FullNodes;

/// <summary>What one full node of the inference chain runs.</summary>
public sealed record FullNodeSettings
{
    /// <summary>Its own copy: contracts deployed, nothing allocated yet.</summary>
    public required InferenceChain Chain { get; init; }

    public required InferenceGenesis Genesis { get; init; }

    public required ConsensusTimeouts Timeouts { get; init; }

    /// <summary>No height begins, and nobody waits, after this instant.</summary>
    public required SimTime Until { get; init; }

    public required UnixClock Clock { get; init; }

    /// <summary>Names of accounts, for the ledger.</summary>
    public required IReadOnlyDictionary<Address, string> Names { get; init; }

    /// <summary>Virtual time to recover a transaction's sender.</summary>
    public required SimDuration RecoveryTime { get; init; }

    /// <summary>Rules of the inference mempool.</summary>
    public PipeSettings Pipe { get; init; } = new();

    /// <summary>Inference nodes by the endpoint they register: what name resolution gives.</summary>
    public IReadOnlyDictionary<string, (string Name, ActorRef Gateway)> Endpoints { get; init; } =
        new SortedDictionary<string, (string Name, ActorRef Gateway)>();

    /// <summary>What this node proposes of a sound selection: the same, unless a bug is planted.</summary>
    public Func<BlockSelection, BlockSelection> Proposes { get; init; } = static selection => selection;

    public required ValidatorSet Validators { get; init; }

    /// <summary>All full nodes in one order: validators by index, then those that only follow.</summary>
    public required IReadOnlyList<ActorRef> Nodes { get; init; }

    /// <summary>Own place in <see cref="Nodes"/>.</summary>
    public required int Self { get; init; }

    /// <summary>Signs proposals and votes; null where signatures are modelled, or for one that only follows.</summary>
    public Ed25519Key? Key { get; init; }

    /// <summary>Whether signatures are real.</summary>
    public bool SignsVotes { get; init; } = true;

    /// <summary>Answers to signature checks, shared by all nodes of a process: the same pure question.</summary>
    public required SignatureMemo Signatures { get; init; }

    /// <summary>Virtual time to check one vote; checks are made one after another.</summary>
    public SimDuration VoteCheck { get; init; }

    /// <summary>Virtual time to check one proposal and its block.</summary>
    public SimDuration ProposalCheck { get; init; }

    /// <summary>How often a node looks whether anything has moved, and asks its peers if not.</summary>
    public required SimDuration GossipInterval { get; init; }

    /// <summary>The one node that says aloud what blocks contain.</summary>
    public bool AnnouncesBlocks { get; init; }

    /// <summary>What the explorer says of the rules of verification; null where there are none.</summary>
    public (bool Exact, string? Tester)? Verification { get; init; }

    public ByzantineBehaviour Behaviour { get; init; }

    /// <summary>Places of the byzantine validators; they know each other.</summary>
    public IReadOnlyList<int> Coalition { get; init; } = [];

    public required FullNodeDisk Disk { get; init; }

    /// <summary>Committed blocks that are kept for nodes that lag; more than any lag that is to be survived.</summary>
    public int KeptBlocks { get; init; } = 1_000;
}
