using Simulator.Primitives;
using Simulator.Records;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>Which users of each group are served and which are not, when, and by whom they are turned away.</summary>
/// <remarks>Memory follows the number of users, not of requests.</remarks>
/// <param name="askingEnd">Users ask until here.</param>
internal sealed class AccessMeasures(SimTime askingEnd) : MeasureSet
{
    /// <summary>Spans of the asking time over which a user is called shut out or not.</summary>
    public const int Spans = 10;

    private readonly SortedDictionary<string, AccessTally> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<RequestId, (string Group, SimTime At)> open = [];

    public override IReadOnlyList<Metric> Metrics => AccessMetrics.All;

    /// <summary>By group of users, in ordinal order.</summary>
    public IReadOnlyDictionary<string, AccessTally> Groups => groups;

    public SimDuration SpanWidth => (askingEnd - SimTime.Start) / Spans;

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case RequestIssued said:
                open[said.Request] = (said.Group, fact.At);
                Of(said.Group).Ask(said.Request.User, SpanOf(fact.At));
                break;
            case RequestFinished said when open.Remove(said.Request, out (string Group, SimTime At) asked):
                Of(asked.Group).Finish(
                    said.Request.User, SpanOf(asked.At), asked.At, fact.At, said.Fate == RequestFate.Accepted);
                break;
            case AccessRefused said: Of(said.Group).Refuse(said, fact.At); break;
            default: break;
        }
    }

    public override void Complete(SimTime end)
    {
        foreach (AccessTally tally in groups.Values)
        {
            tally.Complete(SimTime.Min(end, askingEnd));
        }
    }

    public override long CountOf(string metric, string? group) => Chosen(group).Sum(tally => tally.Refused);

    public override double? Amount(string metric, string? group)
    {
        AccessTally[] chosen = Chosen(group);
        (long part, long all) = metric == "access.shut_out"
            ? (chosen.Sum(tally => tally.ShutOutSpans), chosen.Sum(tally => tally.AskedSpans))
            : (chosen.Sum(tally => tally.NeverServed), chosen.Sum(tally => (long)tally.Users));
        return all == 0 ? null : (double)part / all;
    }

    public override ObservationSeries? Series(string metric, string? group)
    {
        ObservationSeries series = new();
        foreach (double seconds in Chosen(group).SelectMany(tally => tally.SecondsShutOut))
        {
            series.Add(seconds);
        }

        return series;
    }

    private AccessTally[] Chosen(string? group) => group is null ? [.. groups.Values]
        : groups.TryGetValue(group, out AccessTally? tally) ? [tally] : [];

    private int SpanOf(SimTime at) => at >= askingEnd
        ? Spans - 1
        : (int)((Int128)at.NanosecondsSinceStart * Spans / askingEnd.NanosecondsSinceStart);

    private AccessTally Of(string group)
    {
        if (!groups.TryGetValue(group, out AccessTally? tally))
        {
            groups[group] = tally = new AccessTally();
        }

        return tally;
    }
}
