using Simulator.Primitives;

namespace Simulator.Protocol.Pricing;

/// <summary>A price as it was fetched. Time: Unix seconds.</summary>
public readonly record struct PriceSample(decimal UsdPerOpg, long FetchedAt);

/// <summary>The age rules of the gateway's token price. protocol: pricing.</summary>
public static class PriceFeed
{
    public const decimal FixedUsdPerOpg = 0.10m;

    /// <summary>2026-04-21T12:30:00Z in Unix seconds; before it the fixed price holds.</summary>
    public const long FeedBegins = 1_776_774_600;

    public const int AttemptsPerRefresh = 3;

    public static readonly SimDuration RefreshInterval = SimDuration.FromSeconds(300);
    public static readonly SimDuration BetweenAttempts = SimDuration.FromSeconds(10);
    public static readonly SimDuration StaleAfter = SimDuration.FromSeconds(600);
    public static readonly SimDuration UnavailableAfter = SimDuration.FromSeconds(14_400);

    /// <param name="lastGood">The newest successful fetch, null before the first.</param>
    /// <param name="now">Unix seconds by the gateway's clock.</param>
    public static PriceQuote Quote(PriceSample? lastGood, long now)
    {
        if (now < FeedBegins)
        {
            return new PriceQuote(PriceFreshness.Fixed, FixedUsdPerOpg);
        }

        if (lastGood is not PriceSample sample || sample.UsdPerOpg <= 0
            || now - sample.FetchedAt > UnavailableAfter.WholeSeconds)
        {
            return new PriceQuote(PriceFreshness.Unavailable, 0);
        }

        bool isStale = now - sample.FetchedAt > StaleAfter.WholeSeconds;
        return new PriceQuote(isStale ? PriceFreshness.Stale : PriceFreshness.Fresh, sample.UsdPerOpg);
    }
}
