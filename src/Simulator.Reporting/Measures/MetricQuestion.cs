namespace Simulator.Reporting;

/// <summary>One figure someone asks for.</summary>
/// <param name="Metric">Name in the catalogue: <c>latency.end_to_end</c>.</param>
/// <param name="Aggregate">How many values become one.</param>
/// <param name="Group">A group of the scenario to look at alone, or null for all.</param>
public sealed record MetricQuestion(string Metric, Aggregate Aggregate, string? Group = null)
{
    /// <summary><c>p99(latency.end_to_end)</c>, <c>mean(price, traders)</c>, <c>supply.final</c>.</summary>
    public override string ToString()
    {
        string subject = Group is null ? Metric : $"{Metric}, {Group}";
        bool bare = Aggregate.Kind is AggregateKind.Value or AggregateKind.Count;
        return (bare, Group) switch
        {
            (true, null) => Metric,
            (true, _) => $"{Metric}({Group})",
            _ => $"{Aggregate}({subject})",
        };
    }
}
