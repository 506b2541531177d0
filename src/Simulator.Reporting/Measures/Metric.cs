namespace Simulator.Reporting;

/// <summary>A metric by name: what it means, in which unit, and which aggregates make sense for it.</summary>
public sealed record Metric(string Name, MetricUnit Unit, MetricKind Kind, string Meaning)
{
    /// <summary>True when the metric can be asked for one group of the scenario.</summary>
    public bool ByGroup { get; init; }

    public bool Allows(Aggregate aggregate) => Kind switch
    {
        MetricKind.Distribution => aggregate.Kind is AggregateKind.Mean or AggregateKind.Min or AggregateKind.Max
            or AggregateKind.Quantile or AggregateKind.Count or AggregateKind.Sum,
        MetricKind.Fate => aggregate.Kind is AggregateKind.Count or AggregateKind.Value or AggregateKind.Share,
        MetricKind.Count => aggregate.Kind is AggregateKind.Count or AggregateKind.Value,
        MetricKind.Rate => aggregate.Kind is AggregateKind.Mean or AggregateKind.Value,
        MetricKind.Amount => aggregate.Kind is AggregateKind.Value or AggregateKind.Sum,
        MetricKind.Unset => false,
    };
}

/// <summary>What kind of values a metric has, hence what can be asked of it.</summary>
public enum MetricKind
{
    Unset = 0,

    /// <summary>One value per request or session.</summary>
    Distribution,

    /// <summary>Requests or settlement jobs that ended one way, out of all that ended.</summary>
    Fate,

    /// <summary>An exact number of things.</summary>
    Count,

    /// <summary>Things per second of simulated time.</summary>
    Rate,

    /// <summary>An exact amount of money.</summary>
    Amount,
}
