using Simulator.Records;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>How the requests of one group of users, or of all, ended.</summary>
internal sealed class GroupMeasures
{
    public ObservationSeries EndToEnd { get; } = new();

    public ObservationSeries Price { get; } = new();

    public TrialSeries Accepted { get; } = new();

    public TrialSeries Refused { get; } = new();

    public TrialSeries Rejected { get; } = new();

    public TrialSeries TimedOut { get; } = new();

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

    public TrialSeries? Fate(string metric) => metric switch
    {
        "requests.accepted" => Accepted,
        "requests.refused" => Refused,
        "requests.rejected" => Rejected,
        "requests.timed_out" => TimedOut,
        _ => null,
    };
}
