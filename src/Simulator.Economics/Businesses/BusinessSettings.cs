using Simulator.Primitives;

namespace Simulator.Economics.Businesses;

/// <summary>A group of like businesses: what each costs, earns with, and when it comes and goes.</summary>
public sealed record BusinessSettings
{
    public required string Name { get; init; }

    public required BusinessRole Role { get; init; }

    /// <summary>Businesses on day 0.</summary>
    public required int Count { get; init; }

    /// <summary>Most that can be active at once.</summary>
    public required int Most { get; init; }

    /// <summary>Requests it computes at once; nodes only, at least 1.</summary>
    public int Slots { get; init; } = 1;

    /// <summary>OPG bonded while it is active.</summary>
    public OpgAmount Stake { get; init; }

    /// <summary>USD per day whatever it does: depreciation, rent, bandwidth.</summary>
    public double FixedCost { get; init; }

    /// <summary>Watts under full load, and as a share of it when idle.</summary>
    public double Power { get; init; }

    /// <summary>USD per kWh.</summary>
    public double Electricity { get; init; }

    /// <summary>What else the stake could earn per year: 0.05 is 5 %.</summary>
    public double Opportunity { get; init; }

    /// <summary>Standard deviation of the logarithm of costs between businesses of the group.</summary>
    public double CostSpread { get; init; }

    /// <summary>USD that are lost on entry: setting up.</summary>
    public double SunkCost { get; init; }

    /// <summary>Days from the decision to enter until it serves.</summary>
    public int EntryDelay { get; init; }

    /// <summary>Days in which an entrant wants its sunk cost back; above 0.</summary>
    public int Payback { get; init; } = 365;

    /// <summary>Days of smoothed loss after which it thinks of leaving, and the mean of the days until it does.</summary>
    public int Patience { get; init; } = 30;

    /// <summary>Days between leaving and having the stake back.</summary>
    public int Unbonding { get; init; }

    /// <summary>Candidates a day who look at the group's profit.</summary>
    public double Candidates { get; init; }

    /// <summary>Share of what it earns beyond its costs that it sells at once, from 0 to 1.</summary>
    public double Sells { get; init; }
}
