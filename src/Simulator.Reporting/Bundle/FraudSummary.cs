using Simulator.Primitives;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>One kind of fraud of one group, as a bundle tells it.</summary>
public sealed record FraudSummary
{
    /// <summary>Name in the catalogue of frauds.</summary>
    public required string Name { get; init; }

    /// <summary>The perpetrators' group in the scenario.</summary>
    public required string Group { get; init; }

    public required long Attempts { get; init; }

    /// <summary>Attempts that somebody noticed; at most <see cref="Attempts"/>.</summary>
    public required long Noticed { get; init; }

    /// <summary>Mean seconds from attempt to first notice; null when nothing was noticed.</summary>
    public required Estimate? Delay { get; init; }

    public required OpgAmount Loss { get; init; }

    /// <summary>First notices by what gave the attempt away.</summary>
    public required IReadOnlyDictionary<string, long> Means { get; init; }

    /// <summary>First notices by the group of who noticed.</summary>
    public required IReadOnlyDictionary<string, long> Witnesses { get; init; }

    /// <summary>Loss by the victims' group.</summary>
    public required IReadOnlyDictionary<string, OpgAmount> Victims { get; init; }

    /// <summary>
    /// OPG left to one member of the group, mean and interval over its members in this run; null below two members.
    /// </summary>
    public required Estimate? PayoffOfOne { get; init; }

    internal static FraudSummary Of(string group, string name, FraudTally tally, Estimate? payoffOfOne) => new()
    {
        Name = name,
        Group = group,
        Attempts = tally.Attempts,
        Noticed = tally.Noticed,
        Delay = tally.Noticed == 0 ? null : tally.Delay.Mean(),
        Loss = tally.Loss,
        Means = tally.Means,
        Witnesses = tally.Witnesses,
        Victims = tally.Victims,
        PayoffOfOne = payoffOfOne,
    };
}
