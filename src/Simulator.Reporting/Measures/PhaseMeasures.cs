namespace Simulator.Reporting;

/// <summary>Mean time per phase over accepted requests, and over the slow ones, for the breakdown of latency.</summary>
/// <remarks>
/// Keeps the slowest requests seen, at most <see cref="Kept"/>, so that the slow tail can be broken down too.
/// </remarks>
internal sealed class PhaseMeasures
{
    public const int Kept = 20_000;

    private readonly long[] totals = new long[RequestPhases.All.Count];
    private readonly SortedSet<(long EndToEnd, long Order)> order = [];
    private readonly Dictionary<long, long[]> slowest = [];

    public long Count { get; private set; }

    public void Add(RequestRecord request)
    {
        long[] spans = [.. RequestPhases.All.Select(phase => request.In(phase)?.Nanoseconds ?? 0)];
        for (int i = 0; i < spans.Length; i++)
        {
            totals[i] += spans[i];
        }

        Count++;
        order.Add((request.EndToEnd!.Value.Nanoseconds, Count));
        slowest[Count] = spans;
        if (order.Count > Kept)
        {
            slowest.Remove(order.Min.Order);
            order.Remove(order.Min);
        }
    }

    /// <summary>Mean seconds per phase over all accepted requests.</summary>
    public double[] MeanOfAll() => [.. totals.Select(total => total / 1e9 / Math.Max(1, Count))];

    /// <summary>Mean seconds per phase over the slowest requests; null when fewer than that many are kept.</summary>
    public double[]? MeanOfSlowest(long count)
    {
        if (count < 1 || count > order.Count)
        {
            return null;
        }

        double[] sums = new double[totals.Length];
        foreach ((long _, long number) in order.Reverse().Take((int)count))
        {
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += slowest[number][i] / 1e9 / count;
            }
        }

        return sums;
    }
}
