namespace Simulator.Economics.Policies;

/// <summary>What the treasury spends on buying OPG.</summary>
public sealed record BuybackSettings
{
    public required BuybackKind Kind { get; init; }

    /// <summary>USD per day: what is spent (fixed), or the most that is spent (PID).</summary>
    public required double PerDay { get; init; }

    /// <summary>USD that the treasury has for it on day 0.</summary>
    public double Reserve { get; init; }

    /// <summary>For PID: days over which the target, the mean price, is smoothed.</summary>
    public double Window { get; init; } = 30;

    /// <summary>For PID: share of <see cref="PerDay"/> per unit of relative shortfall.</summary>
    public double Proportional { get; init; }

    /// <summary>For PID: share of <see cref="PerDay"/> per unit of shortfall and day.</summary>
    public double Integral { get; init; }

    /// <summary>For PID: share of <see cref="PerDay"/> per unit of shortfall a day.</summary>
    public double Derivative { get; init; }

    /// <summary>What becomes of what was bought.</summary>
    public required BuybackUse Use { get; init; }
}
