using Simulator.Actors.FullNodes;
using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Benchmarks.Consensus;

/// <summary>Full nodes of an inference chain and nothing else.</summary>
public sealed record ConsensusWorldSettings
{
    public ulong Seed { get; init; } = 1;

    /// <summary>Of equal power; ≥ 1.</summary>
    public int Validators { get; init; } = 7;

    /// <summary>The last so many by number.</summary>
    public int Byzantine { get; init; }

    public ByzantineBehaviour Behaviour { get; init; }

    /// <summary>One-way delay between any two full nodes; greater than zero.</summary>
    public SimDuration Latency { get; init; } = SimDuration.FromMilliseconds(50);

    /// <summary>Mean of what an exponential distribution adds to the delay; zero for a fixed one.</summary>
    public SimDuration Jitter { get; init; }

    public bool SignsVotes { get; init; }

    public SimDuration VoteCheck { get; init; } = SimDuration.FromMicroseconds(150);

    public SimDuration ProposalCheck { get; init; } = SimDuration.FromMilliseconds(1);

    /// <summary>No height begins after this span.</summary>
    public SimDuration Duration { get; init; } = SimDuration.FromSeconds(30);

    /// <summary>Null disturbs no link. Hosts are numbered like validators, from 0; the explorer's comes last.</summary>
    public ILinkDisturbances? Disturbances { get; init; }

    public IReadOnlyList<Outage> Outages { get; init; } = [];

    public bool Digest { get; init; } = true;

    public int Shards { get; init; } = 1;
}

/// <summary>One full node is down for a while.</summary>
/// <param name="Number">Of the validator, from 1.</param>
/// <param name="From">When it crashes.</param>
/// <param name="Until">When it is back.</param>
/// <param name="State">With or without its memory.</param>
public sealed record Outage(int Number, SimTime From, SimTime Until, RestartState State);
