namespace Simulator.Economics.Prices;

/// <summary>How the price of OPG moves, in USD. Rates are per year of 365.25 days.</summary>
public sealed record PriceSettings
{
    public required PriceKind Kind { get; init; }

    /// <summary>USD per OPG on day 0; above 0.</summary>
    public required double Start { get; init; }

    /// <summary>Expected growth of the price per year: 0.1 is 10 %.</summary>
    public double Drift { get; init; }

    /// <summary>Standard deviation of the yearly logarithm; 0 or more.</summary>
    public double Volatility { get; init; }

    /// <summary>For jump diffusion: jumps per year, 0 or more.</summary>
    public double Jumps { get; init; }

    /// <summary>For jump diffusion: mean of a jump's logarithm; −0.1 is about −10 %.</summary>
    public double JumpMean { get; init; }

    /// <summary>For jump diffusion: standard deviation of a jump's logarithm.</summary>
    public double JumpSpread { get; init; }

    /// <summary>For mean reversion: share of the logarithmic distance to <see cref="Start"/> that closes per year, above 0.</summary>
    public double Reversion { get; init; }

    /// <summary>For a path: USD per OPG, one value per epoch; the last one stays.</summary>
    public IReadOnlyList<double> Path { get; init; } = [];

    /// <summary>USD of net buying that raise the price by a factor e; 0 leaves the price to the process alone.</summary>
    public double Depth { get; init; }
}
