namespace Simulator.Kernel;

/// <summary>What a run depends on beside its world. Only seed, replication and limits can change a result.</summary>
public sealed record KernelSettings
{
    public ulong Seed { get; init; }

    /// <summary>Number of this run among runs of one seed; part of every draw's key.</summary>
    public ulong Replication { get; init; }

    /// <summary>
    /// Threads that compute jobs, the simulation's own included; ≥ 1. One computes each job when it is due.
    /// </summary>
    public int WorkerThreads { get; init; } = 1;

    /// <summary>Parts that the world is split into; ≥ 1. The result does not depend on it.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>How messages pass between shards of one process.</summary>
    public ShardExchangeMode ExchangeMode { get; init; } = ShardExchangeMode.ByReference;

    /// <summary>Zero-delay sends in a row at one instant; [1, 65535]. More is a loop and ends the run.</summary>
    public int HopLimit { get; init; } = 1_000;

    /// <summary>Finished shared jobs that are remembered; the oldest are forgotten first. ≥ 1.</summary>
    public int SharedJobCapacity { get; init; } = 16_384;

    /// <summary>Off only to measure what the digest costs; the outcome's digest is then all zero.</summary>
    public bool Digest { get; init; } = true;

    /// <summary>Round-trips every handled message through its binary form instead of the first of each type.</summary>
    public bool CheckEveryMessage { get; init; }

    /// <summary>Sees every handled event in total order; null costs nothing.</summary>
    public IEventTrace? Trace { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(WorkerThreads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Shards, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(HopLimit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(HopLimit, ushort.MaxValue);
        ArgumentOutOfRangeException.ThrowIfLessThan(SharedJobCapacity, 1);
    }
}
