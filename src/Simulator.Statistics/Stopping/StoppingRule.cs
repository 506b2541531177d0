namespace Simulator.Statistics;

/// <summary>
/// Replicates until a mean is known as exactly as asked. A pure function of the replications so far, so that a resumed
/// experiment stops where an uninterrupted one does.
/// </summary>
/// <remarks>
/// Y. S. Chow, H. Robbins, Annals of Mathematical Statistics 36 (1965), p. 457: stop when the half-width, computed with
/// the variance enlarged by a term that vanishes as 1/n, is small enough. A rule that looks often stops when the
/// variance happens to look small; against this stand the first replications (<see cref="First"/>), the enlargement
/// (<see cref="Caution"/>) and few looks (each at the predicted end, never less than a twentieth ahead).
/// </remarks>
public sealed record StoppingRule
{
    private const int FewestAhead = 20;

    public required Precision Precision { get; init; }

    /// <summary>Replications before the first look. Range: at least 2; from 30 on the promise was measured.</summary>
    public int First { get; init; } = 30;

    /// <summary>Replications at which it gives up. Range: at least <see cref="First"/>.</summary>
    public required long Most { get; init; }

    /// <summary>By which factor replications grow at most from look to look. Range: above 1.</summary>
    public double Growth { get; init; } = 2;

    /// <summary>The variance is enlarged by the factor 1 + caution/n. Range: from 0.</summary>
    public double Caution { get; init; } = 5;

    public Confidence Confidence { get; init; } = Confidence.Default;

    /// <param name="moments">Of replications 0 … n−1, in whatever order they finished.</param>
    public StoppingDecision Decide(Moments moments)
    {
        long n = moments.Count;
        double target = Precision.Target(moments.Mean);
        if (n < Math.Min(First, Most))
        {
            return new StoppingDecision(StoppingState.More, Math.Min(First, Most), null, target);
        }

        double? halfWidth = n < 2 ? null : HalfWidth(moments);
        if (halfWidth <= target && n >= First)
        {
            return new StoppingDecision(StoppingState.Reached, n, halfWidth, target);
        }

        return n >= Most
            ? new StoppingDecision(StoppingState.Exhausted, n, halfWidth, target)
            : new StoppingDecision(StoppingState.More, Next(n, halfWidth, target), halfWidth, target);
    }

    private double HalfWidth(Moments moments)
    {
        double enlarged = moments.Variance * (1 + (Caution / moments.Count));
        return Confidence.StudentFactor(moments.Count - 1) * Math.Sqrt(enlarged / moments.Count);
    }

    private long Next(long n, double? halfWidth, double target)
    {
        double least = n + Math.Max(1, n / FewestAhead);
        double most = Math.Max(least, n * Growth);
        double missing = (halfWidth ?? double.PositiveInfinity) / target;
        double predicted = double.IsNaN(missing) ? most : n * missing * missing;
        return (long)Math.Min(Most, Math.Ceiling(Math.Clamp(predicted, least, most)));
    }
}
