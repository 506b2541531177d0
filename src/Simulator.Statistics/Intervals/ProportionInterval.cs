namespace Simulator.Statistics;

/// <summary>The share of trials that succeeded, with Wilson's score interval, which stays inside [0, 1].</summary>
/// <remarks>E. B. Wilson, Journal of the American Statistical Association 22 (1927), p. 209.</remarks>
public static class ProportionInterval
{
    /// <param name="successes">In [0, <paramref name="trials"/>].</param>
    /// <param name="trials">At least 1.</param>
    /// <param name="confidence">95 % by default.</param>
    public static Estimate Wilson(long successes, long trials, Confidence? confidence = null) =>
        Wilson(successes, trials, trials, confidence);

    /// <summary>
    /// The same for correlated trials, which are worth only <paramref name="effectiveTrials"/> independent ones.
    /// </summary>
    public static Estimate Wilson(long successes, long trials, double effectiveTrials, Confidence? confidence = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        double share = (double)successes / trials;
        double z = (confidence ?? Confidence.Default).NormalFactor();
        double n = Math.Clamp(effectiveTrials, 1, trials);
        double shrink = 1 + (z * z / n);
        double centre = (share + (z * z / (2 * n))) / shrink;
        double arm = z * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n))) / shrink;
        double lower = successes == 0 ? 0 : Math.Max(0, centre - arm);
        double upper = successes == trials ? 1 : Math.Min(1, centre + arm);
        return new Estimate(share, lower, upper, trials, "share, Wilson score");
    }
}
