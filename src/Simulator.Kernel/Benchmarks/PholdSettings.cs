namespace Simulator.Kernel.Benchmarks;

/// <summary>PHOLD: each actor starts with some messages, and every message handled sends one on.</summary>
/// <remarks>
/// Fujimoto, "Performance of Time Warp under synthetic workloads", SCS 1990. Delay = minimum + exponential.
/// </remarks>
public sealed record PholdSettings
{
    /// <summary>Actors, each on a host of its own.</summary>
    public required int Actors { get; init; }

    /// <summary>Messages under way per actor.</summary>
    public int Population { get; init; } = 1;

    /// <summary>Probability that a message goes to another actor rather than back to its own.</summary>
    public Ratio RemoteShare { get; init; } = new(1, 4);

    /// <summary>The least delay, and so the lookahead.</summary>
    public SimDuration Minimum { get; init; } = SimDuration.FromMilliseconds(1);

    /// <summary>Mean of the exponential part.</summary>
    public SimDuration Mean { get; init; } = SimDuration.FromMilliseconds(9);

    public ulong Seed { get; init; } = 1;

    public bool Digest { get; init; } = true;

    public int Shards { get; init; } = 1;
}
