namespace Simulator.Protocol.Pricing;

/// <summary>What the gateway's price feed says at an instant.</summary>
public enum PriceFreshness
{
    Unset = 0,

    /// <summary>Before the feed's first day: a fixed price.</summary>
    Fixed,

    Fresh,

    /// <summary>Older than 600 s: used, with a warning.</summary>
    Stale,

    /// <summary>
    /// Never fetched, not above zero, or older than 14 400 s: paid routes answer 503 and nothing is charged.
    /// </summary>
    Unavailable,
}

/// <summary>A price and how far it may be trusted. Unit: USD per OPG; zero when unavailable.</summary>
public readonly record struct PriceQuote(PriceFreshness Freshness, decimal UsdPerOpg)
{
    public bool IsAvailable => Freshness is PriceFreshness.Fixed or PriceFreshness.Fresh or PriceFreshness.Stale;
}
