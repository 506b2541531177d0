using Simulator.Scenarios.Settings;

namespace Simulator.Experiments;

/// <summary>How many replications an experiment wants, asked whenever those wanted so far have ended in every arm.</summary>
/// <remarks>
/// A function of complete replications alone, so that neither the order in which runs end nor an interruption can
/// change it.
/// </remarks>
internal sealed class ReplicationCount(Replications wanted, ArmList arms, Journal journal)
{
    private readonly PrecisionWatch[] watches = wanted.Until is { } rule
        ? [.. Enumerable.Range(0, arms.Count).Select(arm => new PrecisionWatch(rule, wanted, arm, journal))]
        : [];

    /// <summary>The number wanted in all arms, which is <paramref name="done"/> when that is enough.</summary>
    public int After(int done) => watches.Select(watch => watch.After(done)).Append(done).Max();
}
