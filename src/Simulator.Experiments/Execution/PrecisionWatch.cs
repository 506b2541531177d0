using Simulator.Scenarios.Settings;
using Simulator.Statistics;

namespace Simulator.Experiments;

/// <summary>Looks whether one arm's figure is known as exactly as asked.</summary>
internal sealed class PrecisionWatch(ReplicationRule rule, Replications wanted, int arm, Journal journal)
{
    private const int LeastStep = 4;

    private readonly string figure = VerdictRequests.Of(rule.Metric).ToString();
    private readonly Moments moments = new();
    private int seen;

    public int After(int done)
    {
        for (; seen < done; seen++)
        {
            if (journal.Find(new RunId(arm, seen))?.Figures?.Find(figure) is { } found)
            {
                moments.Add(found.Estimate.Value);
            }
        }

        bool isNarrow = moments.Count >= 2 && MeanInterval.Of(moments).HalfWidth <= Target();
        return isNarrow ? done : Math.Min(wanted.Most, done + Math.Max(LeastStep, done / 4));
    }

    private double Target() => rule.IsRelative
        ? rule.HalfWidth.Value.ToDouble() * Math.Abs(moments.Mean)
        : VerdictRequests.InBaseUnit(rule.HalfWidth);
}
