using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>The area under queues, in seconds times requests, of which a warm-up can be taken away later.</summary>
/// <param name="until">What lies after is left out.</param>
/// <param name="bin">A warm-up found later ends where a bin does.</param>
internal sealed class QueueArea(SimTime until, SimDuration bin)
{
    private readonly List<double> bins = [];

    public double Total { get; private set; }

    /// <summary>What lies before is left out.</summary>
    public SimTime From { get; private set; }

    public void Add(int length, SimTime since, SimTime to)
    {
        Total += Of(length, since, to);
        for (long index = IndexOf(Inside(since)); length > 0 && index <= IndexOf(Inside(to)); index++)
        {
            SimTime start = SimTime.Start + (bin * index);
            while (bins.Count <= index)
            {
                bins.Add(0);
            }

            bins[(int)index] += Of(length, SimTime.Max(since, start), SimTime.Min(to, start + bin));
        }
    }

    /// <summary>The part of an area that counts.</summary>
    public double Of(int length, SimTime since, SimTime to) =>
        length * Math.Max(0, (Inside(to) - Inside(since)).TotalSeconds);

    /// <param name="from">Anything before the first area; later the start of a bin.</param>
    public void LeaveOutBefore(SimTime from)
    {
        From = from;
        Total -= bins.Take((int)IndexOf(from)).Sum();
    }

    private SimTime Inside(SimTime at) => SimTime.Max(From, SimTime.Min(at, until));

    private long IndexOf(SimTime at) => at.NanosecondsSinceStart / bin.Nanoseconds;
}
