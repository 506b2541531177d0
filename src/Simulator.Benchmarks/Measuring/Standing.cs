namespace Simulator.Benchmarks.Measuring;

/// <summary>How a primitive did.</summary>
/// <param name="Name">What is done once per operation.</param>
/// <param name="Nanoseconds">Median time of one operation.</param>
/// <param name="ReferenceName">What it was measured against; null for nothing.</param>
public sealed record Standing(string Name, double Nanoseconds, string? ReferenceName)
{
    public RatioRange? Ratio { get; init; }

    public double? Target { get; init; }

    public double PerSecond => 1e9 / Nanoseconds;

    /// <summary>Null when nothing is promised.</summary>
    public bool? IsMet => Target is double target && Ratio is { } ratio ? ratio.Median >= target : null;
}
