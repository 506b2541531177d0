using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>Requests made and ended in each stretch of simulated time, and while users asked.</summary>
public sealed class TimeBins
{
    private const int MostBins = 150;
    private static readonly long[] NiceSteps = [1, 2, 5];

    private static readonly long[] NiceSeconds =
        [10, 15, 20, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400];

    private readonly List<TimeBin> bins = [];

    public TimeBins(SimDuration duration)
    {
        Width = NiceWidth(duration);
        AskingEnd = SimTime.Start + duration;
    }

    /// <summary>Users ask until here; what follows is the drain.</summary>
    public SimTime AskingEnd { get; }

    /// <summary>What was before is warm-up: it stands in the bins and counts for no rate.</summary>
    public SimTime From { get; private set; }

    /// <summary>Requests made from <see cref="From"/> and before <see cref="AskingEnd"/>.</summary>
    public long IssuedWhileAsking { get; private set; }

    /// <summary>Requests accepted from <see cref="From"/> and before <see cref="AskingEnd"/>.</summary>
    public long AcceptedWhileAsking { get; private set; }

    public SimDuration Width { get; }

    /// <summary>Gapless from the start of the run.</summary>
    public IReadOnlyList<TimeBin> Bins => bins;

    /// <summary>Leaves out what was before.</summary>
    /// <param name="from">Anything before the first request; later the start of a bin.</param>
    internal void LeaveOutBefore(SimTime from)
    {
        From = from;
        foreach (TimeBin bin in bins.TakeWhile(bin => bin.Start < from))
        {
            IssuedWhileAsking -= bin.Issued;
            AcceptedWhileAsking -= bin.Accepted;
        }
    }

    internal void Issue(SimTime at)
    {
        At(at).Issued++;
        IssuedWhileAsking += IsCounted(at) ? 1 : 0;
    }

    /// <param name="at">When it ended.</param>
    /// <param name="fate">How it ended.</param>
    /// <param name="took">Since its user decided to ask.</param>
    internal void Finish(SimTime at, RequestFate fate, SimDuration took)
    {
        TimeBin bin = At(at);
        AcceptedWhileAsking += fate == RequestFate.Accepted && IsCounted(at) ? 1 : 0;
        switch (fate)
        {
            case RequestFate.Accepted: bin.Accept(took); break;
            case RequestFate.Refused: bin.Refused++; break;
            case RequestFate.Rejected: bin.Rejected++; break;
            case RequestFate.TimedOut: bin.TimedOut++; break;
            case RequestFate.Unset: break;
            default: throw Invariant.Unreachable(fate);
        }
    }

    /// <summary>Bins up to the end of the run exist even when nothing happened in them.</summary>
    internal void ExtendTo(SimTime end)
    {
        if (end > SimTime.Start)
        {
            At(new SimTime(end.NanosecondsSinceStart - 1));
        }
    }

    private bool IsCounted(SimTime at) => at >= From && at < AskingEnd;

    private TimeBin At(SimTime at)
    {
        int index = checked((int)(at.NanosecondsSinceStart / Width.Nanoseconds));
        while (bins.Count <= index)
        {
            bins.Add(new TimeBin(SimTime.Start + (Width * bins.Count)));
        }

        return bins[index];
    }

    private static SimDuration NiceWidth(SimDuration duration)
    {
        Invariant.That(duration > SimDuration.Zero);
        for (long unit = 1; unit < 10 * SimDuration.NanosecondsPerSecond; unit *= 10)
        {
            foreach (long step in NiceSteps)
            {
                if (duration.Nanoseconds / (unit * step) <= MostBins)
                {
                    return new SimDuration(unit * step);
                }
            }
        }

        foreach (long seconds in NiceSeconds)
        {
            if (duration / seconds <= SimDuration.FromSeconds(MostBins))
            {
                return SimDuration.FromSeconds(seconds);
            }
        }

        return SimDuration.FromDays((duration.Nanoseconds / SimDuration.FromDays(MostBins).Nanoseconds) + 1);
    }
}

/// <summary>What happened in one stretch of simulated time.</summary>
public sealed class TimeBin(SimTime start)
{
    public SimTime Start { get; } = start;

    public long Issued { get; set; }

    public long Accepted { get; private set; }

    /// <summary>End-to-end latencies of the answers accepted, added up.</summary>
    public SimDuration Latencies { get; private set; }

    public long Refused { get; set; }

    public long Rejected { get; set; }

    public long TimedOut { get; set; }

    internal void Accept(SimDuration took)
    {
        Accepted++;
        Latencies += took;
    }
}
