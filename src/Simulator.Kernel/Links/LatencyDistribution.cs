namespace Simulator.Kernel;

/// <summary>A distribution of spans ≥ 0, added to a link's minimum latency.</summary>
public abstract record LatencyDistribution
{
    private LatencyDistribution()
    {
    }

    /// <summary>Always zero.</summary>
    public static LatencyDistribution None { get; } = new Constant(SimDuration.Zero);

    /// <summary>The span that a draw stands for; the same draw gives the same span everywhere.</summary>
    public abstract SimDuration SpanOf(in Draw draw);

    internal virtual bool NeedsDraw => true;

    /// <summary>Always the same span.</summary>
    public sealed record Constant : LatencyDistribution
    {
        public Constant(SimDuration span)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(span.Nanoseconds, nameof(span));
            Span = span;
        }

        public SimDuration Span { get; }

        internal override bool NeedsDraw => false;

        public override SimDuration SpanOf(in Draw draw) => Span;
    }

    /// <summary>Uniform in [least, most].</summary>
    public sealed record Uniform : LatencyDistribution
    {
        public Uniform(SimDuration least, SimDuration most)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(least.Nanoseconds, nameof(least));
            ArgumentOutOfRangeException.ThrowIfLessThan(most.Nanoseconds, least.Nanoseconds, nameof(most));
            Least = least;
            Most = most;
        }

        public SimDuration Least { get; }

        public SimDuration Most { get; }

        public override SimDuration SpanOf(in Draw draw) => draw.Uniform(Least, Most);
    }

    /// <summary>Exponential with the given mean.</summary>
    public sealed record Exponential : LatencyDistribution
    {
        public Exponential(SimDuration mean)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(mean.Nanoseconds, nameof(mean));
            Mean = mean;
        }

        public SimDuration Mean { get; }

        public override SimDuration SpanOf(in Draw draw) => draw.Exponential(Mean);
    }

    /// <summary>Log-normal with the given median and σ of the logarithm.</summary>
    public sealed record LogNormal : LatencyDistribution
    {
        public LogNormal(SimDuration median, double sigma)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(median.Nanoseconds, nameof(median));
            ArgumentOutOfRangeException.ThrowIfNegative(sigma);
            Median = median;
            Sigma = sigma;
        }

        public SimDuration Median { get; }

        public double Sigma { get; }

        public override SimDuration SpanOf(in Draw draw) => draw.LogNormal(Median, Sigma);
    }
}
