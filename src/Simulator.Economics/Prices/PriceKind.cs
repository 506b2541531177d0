namespace Simulator.Economics.Prices;

/// <summary>Families of price processes.</summary>
public enum PriceKind
{
    Unset = 0,

    /// <summary>Geometric Brownian motion.</summary>
    Gbm,

    /// <summary>Geometric Brownian motion with log-normal jumps. Source: R. C. Merton, J. Financial Economics 3 (1976).</summary>
    JumpDiffusion,

    /// <summary>The logarithm is an Ornstein–Uhlenbeck process around its start. Source: E. Schwartz, J. Finance 52 (1997).</summary>
    MeanReverting,

    /// <summary>Given values.</summary>
    Path,
}
