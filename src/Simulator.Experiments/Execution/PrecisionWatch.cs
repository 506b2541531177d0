using Simulator.Scenarios.Settings;
using Simulator.Statistics;

namespace Simulator.Experiments;

/// <summary>Looks whether one arm's figure is known as exactly as asked.</summary>
internal sealed class PrecisionWatch(ReplicationRule rule, Replications wanted, int arm, Journal journal)
{
    private readonly string figure = VerdictRequests.Of(rule.Metric).ToString();
    private readonly Moments moments = new();
    private readonly StoppingRule stopping = new()
    {
        Precision = rule.IsRelative
            ? Precision.Relative(rule.HalfWidth.Value.ToDouble())
            : Precision.Absolute(VerdictRequests.InBaseUnit(rule.HalfWidth)),
        First = Math.Max(2, wanted.Least),
        Most = Math.Max(2, wanted.Most),
    };

    private int seen;

    /// <summary>Replications to have before the next look; <paramref name="done"/> when that is enough.</summary>
    public int After(int done)
    {
        for (; seen < done; seen++)
        {
            if (journal.Find(new RunId(arm, seen))?.Figures?.Find(figure) is { } found)
            {
                moments.Add(found.Estimate.Value);
            }
        }

        // Replications that failed or observed nothing have to be made up for.
        StoppingDecision decision = stopping.Decide(moments);
        long missing = decision.Next - moments.Count;
        return decision.State == StoppingState.More ? (int)Math.Min(wanted.Most, done + missing) : done;
    }
}
