using Simulator.Records;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>How the requests of one group of users, or of all, ended.</summary>
/// <remarks>Counts are about the whole run, series leave the warm-up out.</remarks>
internal sealed class GroupMeasures
{
    private readonly SortedDictionary<RequestFate, long> counts = [];

    public ObservationSeries EndToEnd { get; } = new();

    public ObservationSeries Price { get; } = new();

    public TrialSeries Accepted { get; } = new();

    public TrialSeries Refused { get; } = new();

    public TrialSeries Rejected { get; } = new();

    public TrialSeries TimedOut { get; } = new();

    /// <summary>Requests that ended, of the whole run.</summary>
    public long Ended => counts.Values.Sum();

    public long CountOf(RequestFate fate) => counts.GetValueOrDefault(fate);

    public void Count(RequestRecord request) => counts[request.Fate] = counts.GetValueOrDefault(request.Fate) + 1;

    public void Add(RequestRecord request)
    {
        Accepted.Add(request.Fate == RequestFate.Accepted);
        Refused.Add(request.Fate == RequestFate.Refused);
        Rejected.Add(request.Fate == RequestFate.Rejected);
        TimedOut.Add(request.Fate == RequestFate.TimedOut);
        if (request.Fate == RequestFate.Accepted)
        {
            EndToEnd.Add(request.EndToEnd!.Value.TotalSeconds);
            Price.Add(request.Price?.ToDouble() ?? 0);
        }
    }

    public static RequestFate? FateOf(string metric) => metric switch
    {
        "requests.accepted" => RequestFate.Accepted,
        "requests.refused" => RequestFate.Refused,
        "requests.rejected" => RequestFate.Rejected,
        "requests.timed_out" => RequestFate.TimedOut,
        _ => null,
    };

    public TrialSeries? Fate(string metric) => metric switch
    {
        "requests.accepted" => Accepted,
        "requests.refused" => Refused,
        "requests.rejected" => Rejected,
        "requests.timed_out" => TimedOut,
        _ => null,
    };
}
