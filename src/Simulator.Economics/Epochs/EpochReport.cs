using Simulator.Primitives;

namespace Simulator.Economics.Epochs;

/// <summary>What one epoch was like.</summary>
public sealed record EpochReport
{
    /// <summary>From 0.</summary>
    public required int Epoch { get; init; }

    /// <summary>USD per OPG at its start.</summary>
    public required double Price { get; init; }

    /// <summary>USD per request.</summary>
    public required double InferencePrice { get; init; }

    /// <summary>Requests that people wanted at that price.</summary>
    public required double Wanted { get; init; }

    /// <summary>Requests that ended in a paid answer.</summary>
    public required double Served { get; init; }

    /// <summary>Busy share of the nodes' slots.</summary>
    public required double Load { get; init; }

    /// <summary>Mean wait for a slot in seconds.</summary>
    public required double Wait { get; init; }

    /// <summary>Share of the answers to be checked that verifiers could check; 1 where none are to be.</summary>
    public required double Checked { get; init; }

    /// <summary>Unlocked, not burned, not staked.</summary>
    public required OpgAmount Circulating { get; init; }

    public required OpgAmount Staked { get; init; }

    public required OpgAmount Burned { get; init; }

    /// <summary>OPG that stakers and full nodes earned.</summary>
    public required OpgAmount Security { get; init; }

    /// <summary>OPG that wash traders paid themselves.</summary>
    public required OpgAmount WashTraded { get; init; }

    /// <summary>OPG that users paid.</summary>
    public required OpgAmount Paid { get; init; }

    /// <summary>Active businesses of each group, in the order of groups.</summary>
    public required IReadOnlyList<int> Active { get; init; }

    /// <summary>Mean smoothed profit of each group's members in USD per day; NaN where nobody is active.</summary>
    public required IReadOnlyList<double> Profit { get; init; }
}
