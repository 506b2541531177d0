namespace Simulator.Economics.Policies;

/// <summary>How the price of a request comes about, in USD.</summary>
public sealed record PricingSettings
{
    public required PricingKind Kind { get; init; }

    /// <summary>For posted: USD per request; for the others where it starts. Above 0.</summary>
    public required double Price { get; init; }

    /// <summary>For cost_plus and auction: what is asked above own cost; 0.2 is 20 %.</summary>
    public double Margin { get; init; }

    /// <summary>USD per request below which the price may not fall.</summary>
    public double Floor { get; init; }
}
