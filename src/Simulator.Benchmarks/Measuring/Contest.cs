namespace Simulator.Benchmarks.Measuring;

/// <summary>A primitive and what it is measured against.</summary>
/// <param name="Name">What is done once per operation.</param>
/// <param name="Ours">Our implementation through its public door.</param>
public sealed record Contest(string Name, ITimed Ours)
{
    /// <summary>Rounds of a measurement; odd, so that the median is one of them.</summary>
    public const int Rounds = 9;

    /// <summary>What the reference is; null when there is none to compare with.</summary>
    public string? ReferenceName { get; init; }

    public ITimed? Reference { get; init; }

    /// <summary>The least ratio of our rate to the reference's that the project promises; null for none.</summary>
    public double? Target { get; init; }

    /// <summary>
    /// Measures both in turn (ours, reference, ours, reference …), so that drifts of the machine meet both.
    /// </summary>
    public Standing Measure()
    {
        Ours.WarmUp();
        Reference?.WarmUp();
        double[] times = new double[Rounds];
        double[] ratios = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            times[round] = Ours.Sample();
            ratios[round] = Reference is null ? double.NaN : Reference.Sample() / times[round];
        }

        Array.Sort(times);
        Array.Sort(ratios);
        return new Standing(Name, times[Rounds / 2], ReferenceName)
        {
            Ratio = Reference is null ? null : new RatioRange(ratios[Rounds / 2], ratios[0], ratios[^1]),
            Target = Target,
        };
    }
}
