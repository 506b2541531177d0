using Simulator.Primitives;
using Simulator.Records;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>The measures of one subject: declares its metrics, watches the run, and answers for them.</summary>
internal abstract class MeasureSet
{
    /// <summary>The metrics of this subject; no other set has them.</summary>
    public abstract IReadOnlyList<Metric> Metrics { get; }

    /// <summary>What every summary shows of this subject; nothing in a world where it does not occur.</summary>
    public virtual IEnumerable<MetricQuestion> Figures => [];

    public abstract void Observe(in ObservedFact fact);

    /// <summary>What was before is warm-up; sets of averages over time leave it out.</summary>
    /// <param name="from">Anything before the first observation; later the start of a bin.</param>
    public virtual void LeaveOutBefore(SimTime from)
    {
    }

    /// <summary>The run is over.</summary>
    public virtual void Complete(SimTime end)
    {
    }

    /// <summary>A distribution, of one group or of all; null when there is nothing.</summary>
    public virtual ObservationSeries? Series(string metric, string? group) => null;

    /// <summary>What ended one way or another; null when there is nothing.</summary>
    public virtual TrialSeries? Fate(string metric, string? group) => null;

    /// <summary>How many of how many, where the trials are independent; null when the metric is a <see cref="Fate"/>.</summary>
    public virtual (long Count, long Of)? ShareOf(string metric, string? group) => null;

    public virtual long CountOf(string metric, string? group) => 0;

    /// <summary>In the metric's unit; null when there is nothing.</summary>
    public virtual double? Amount(string metric, string? group) => null;

    protected static Metric Count(string name, string meaning, bool byGroup = false) =>
        new(name, MetricUnit.Count, MetricKind.Count, meaning) { ByGroup = byGroup };
}
