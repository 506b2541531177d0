using Simulator.Primitives;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>
/// What an experiment keeps of a run beside its figures: enough to draw distributions, courses and flows over
/// replications, and never more than a few hundred numbers, however long the run was.
/// </summary>
/// <param name="Spreads">Fixed percentiles of each metric of which something was observed.</param>
/// <param name="Course">What happened while users asked, in at most <see cref="RunCourse.MostBins"/> bins.</param>
/// <param name="Flows">OPG between groups by cause, genesis left out.</param>
public sealed record RunShape(IReadOnlyList<RunSpread> Spreads, RunCourse Course, IReadOnlyList<Flow> Flows)
{
    /// <summary>Metrics whose distributions are kept.</summary>
    private static readonly string[] Metrics = ["latency.end_to_end", "settlement.delay", "latency.onchain"];

    public static RunShape Of(Measures measures) => new(
        [.. Metrics.Select(metric => RunSpread.Of(metric, measures.Series(metric, null))).OfType<RunSpread>()],
        RunCourse.Of(measures.OverTime),
        [.. measures.Flows.Where(flow => flow.Cause != FlowMeasures.Genesis && !flow.Amount.IsZero)]);
}

/// <summary>A run's distribution of one metric.</summary>
/// <param name="Metric">Its name; values are in its base unit.</param>
/// <param name="Values">At each of <see cref="Percents"/>, rounded to six significant digits.</param>
public sealed record RunSpread(string Metric, IReadOnlyList<double> Values)
{
    /// <summary>Close enough to draw a curve, and the tails that people ask for.</summary>
    public static readonly IReadOnlyList<int> Percents =
        [1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 99];

    internal static RunSpread? Of(string metric, ObservationSeries? series)
    {
        if (series is null || series.Count == 0)
        {
            return null;
        }

        EmpiricalDistribution distribution = series.Distribution();
        return new RunSpread(
            metric, [.. Percents.Select(percent => ChartParts.Short(distribution.Quantile(new Ratio(percent, 100))))]);
    }
}

/// <summary>What happened in each stretch of the time in which users asked; the drain is left out.</summary>
/// <param name="Width">Of every bin; the last one may be cut short by the end of asking.</param>
/// <param name="Asked">Requests by the time of asking.</param>
/// <param name="Accepted">Requests by the time at which their answer was accepted.</param>
/// <param name="Latency">Their mean end-to-end latency in seconds, six significant digits; zero where there was none.</param>
public sealed record RunCourse(
    SimDuration Width, IReadOnlyList<long> Asked, IReadOnlyList<long> Accepted, IReadOnlyList<double> Latency)
{
    public const int MostBins = 50;

    internal static RunCourse Of(TimeBins time)
    {
        long whole = (time.AskingEnd - SimTime.Start).Nanoseconds;
        long fine = (whole + time.Width.Nanoseconds - 1) / time.Width.Nanoseconds;
        int joined = (int)((fine + MostBins - 1) / MostBins);
        int bins = (int)((fine + joined - 1) / joined);
        TimeBin[][] groups = [.. Enumerable.Range(0, bins).Select(index => Slice(time, index * joined, joined, fine))];
        return new RunCourse(
            time.Width * joined,
            [.. groups.Select(group => group.Sum(bin => bin.Issued))],
            [.. groups.Select(group => group.Sum(bin => bin.Accepted))],
            [.. groups.Select(MeanLatency)]);
    }

    private static double MeanLatency(TimeBin[] group)
    {
        long accepted = group.Sum(bin => bin.Accepted);
        return accepted == 0 ? 0 : ChartParts.Short(group.Sum(bin => bin.Latencies.TotalSeconds) / accepted);
    }

    // A run that had nothing left to do may have ended before its users would have stopped.
    private static TimeBin[] Slice(TimeBins time, int from, int count, long fine) =>
        [.. time.Bins.Take((int)Math.Min(from + count, fine)).Skip(from)];
}
