namespace Simulator.Economics.Demand;

/// <summary>How many requests people want, by price and time.</summary>
public sealed record DemandSettings
{
    /// <summary>Requests per day at the reference price on day 0; above 0.</summary>
    public required double PerDay { get; init; }

    /// <summary>USD per request at which <see cref="PerDay"/> are wanted; above 0.</summary>
    public required double ReferencePrice { get; init; }

    /// <summary>Relative change of the wanted number per relative change of the price; 0 or negative.</summary>
    public double Elasticity { get; init; }

    /// <summary>Growth per year: 0.2 is 20 %.</summary>
    public double Growth { get; init; }

    /// <summary>Standard deviation of the logarithm from epoch to epoch, independent each time.</summary>
    public double Noise { get; init; }

    /// <summary>USD that users have per day; 0 sets no budget.</summary>
    public double Budget { get; init; }

    /// <summary>Spells in which demand is multiplied.</summary>
    public IReadOnlyList<DemandShock> Shocks { get; init; } = [];
}
