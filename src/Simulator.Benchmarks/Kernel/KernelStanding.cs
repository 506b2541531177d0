namespace Simulator.Benchmarks.Kernel;

/// <summary>How the kernel did at one size of PHOLD; all figures are medians over the rounds.</summary>
/// <param name="Actors">Each on a host of its own, one message under way per actor.</param>
/// <param name="EventsPerSecond">With digest, keyed randomness, links and invariants on.</param>
/// <param name="HeapPerSecond">The bare heap's holds per second.</param>
/// <param name="Ratio">The kernel's rate over the heap's, with least and greatest.</param>
/// <param name="DigestCost">Share of the time that the digest takes.</param>
public sealed record KernelStanding(
    int Actors,
    double EventsPerSecond,
    double HeapPerSecond,
    Measuring.RatioRange Ratio,
    double DigestCost)
{
    /// <summary>Allocated per event in the last round: the messages and nothing else.</summary>
    public double BytesPerEvent { get; init; }
}
