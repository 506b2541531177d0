using System.Numerics;
using Simulator.Primitives;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>Hears an arm's runs one after another; its memory does not depend on how many there are.</summary>
public sealed class ArmShapeSum
{
    private readonly SortedDictionary<string, Moments[]> spreads = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string From, string To, string Cause), (long Transfers, BigInteger Amount)> flows = [];
    private Moments[] asked = [];
    private Moments[] accepted = [];
    private Moments[] latency = [];
    private SimDuration width;
    private long runs;

    public void Add(RunShape shape)
    {
        runs++;
        foreach (RunSpread spread in shape.Spreads)
        {
            if (!spreads.TryGetValue(spread.Metric, out Moments[]? places))
            {
                spreads.Add(spread.Metric, places = Fresh(spread.Values.Count));
            }

            Add(places, spread.Values);
        }

        if (runs == 1)
        {
            width = shape.Course.Width;
            asked = Fresh(shape.Course.Asked.Count);
            accepted = Fresh(shape.Course.Accepted.Count);
            latency = Fresh(shape.Course.Latency.Count);
        }

        // Runs of one arm ask for equally long, so that their bins are the same.
        Invariant.That(shape.Course.Width == width);
        Add(asked, shape.Course.Asked.Select(PerSecond));
        Add(accepted, shape.Course.Accepted.Select(PerSecond));
        for (int bin = 0; bin < latency.Length; bin++)
        {
            if (shape.Course.Accepted[bin] > 0)
            {
                latency[bin].Add(shape.Course.Latency[bin]);
            }
        }

        foreach (Flow flow in shape.Flows)
        {
            (long transfers, BigInteger amount) = flows.GetValueOrDefault((flow.From, flow.To, flow.Cause));
            flows[(flow.From, flow.To, flow.Cause)] = (transfers + flow.Transfers, amount + (BigInteger)flow.Amount.BaseUnits);
        }
    }

    /// <summary>Null before the first run.</summary>
    public ArmShape? Mean() => runs == 0 ? null : new ArmShape(
        [.. spreads.Select(spread => (spread.Key, (IReadOnlyList<Estimate>)Estimates(spread.Value)))],
        width,
        Estimates(asked),
        Estimates(accepted),
        [.. latency.Select((moments, bin) => (bin, moments)).Where(bin => bin.moments.Count > 0)
            .Select(bin => (bin.bin, MeanInterval.Of(bin.moments)))],
        [.. flows.Select(flow => new Flow(
            flow.Key.From,
            flow.Key.To,
            flow.Key.Cause,
            flow.Value.Transfers / runs,
            new OpgAmount((UInt128)(flow.Value.Amount / runs))))],
        runs);

    private double PerSecond(long count) => count / width.TotalSeconds;

    private static Moments[] Fresh(int count) => [.. Enumerable.Range(0, count).Select(_ => new Moments())];

    private static void Add(Moments[] places, IEnumerable<double> values)
    {
        int place = 0;
        foreach (double value in values)
        {
            places[place++].Add(value);
        }
    }

    private static Estimate[] Estimates(Moments[] places) => [.. places.Select(place => MeanInterval.Of(place))];
}
