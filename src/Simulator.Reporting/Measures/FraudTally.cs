using Simulator.Primitives;
using Simulator.Records;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>One kind of fraud of one group, or all frauds of a group, or all of a run.</summary>
internal sealed class FraudTally
{
    private readonly SortedDictionary<string, long> means = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> witnesses = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, OpgAmount> victims = new(StringComparer.Ordinal);

    private readonly HashSet<string> cheaters = new(StringComparer.Ordinal);
    private readonly HashSet<string> caught = new(StringComparer.Ordinal);

    public long Attempts { get; private set; }

    /// <summary>Members that cheated at least once.</summary>
    public long Cheaters => cheaters.Count;

    /// <summary>Those of whose attempts at least one was noticed.</summary>
    public long Caught => caught.Count;

    public long Noticed { get; private set; }

    /// <summary>Seconds from attempt to first notice.</summary>
    public ObservationSeries Delay { get; } = new();

    public OpgAmount Loss { get; private set; }

    /// <summary>First notices by what gave the attempt away.</summary>
    public IReadOnlyDictionary<string, long> Means => means;

    /// <summary>First notices by the group of who noticed.</summary>
    public IReadOnlyDictionary<string, long> Witnesses => witnesses;

    /// <summary>What the frauds cost, by the victims' group.</summary>
    public IReadOnlyDictionary<string, OpgAmount> Victims => victims;

    public void Attempt(string perpetrator)
    {
        Attempts++;
        cheaters.Add(perpetrator);
    }

    public void Notice(string perpetrator, FraudNoticed said, SimDuration after)
    {
        Noticed++;
        caught.Add(perpetrator);
        Delay.Add(after.TotalSeconds);
        string witness = said.By.Split('/')[0];
        means[said.Means] = means.GetValueOrDefault(said.Means) + 1;
        witnesses[witness] = witnesses.GetValueOrDefault(witness) + 1;
    }

    public void Lose(string group, OpgAmount amount)
    {
        Loss += amount;
        victims[group] = victims.GetValueOrDefault(group) + amount;
    }
}
