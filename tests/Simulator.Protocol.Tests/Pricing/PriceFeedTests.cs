using Simulator.Protocol.Pricing;

namespace Simulator.Protocol.Tests.Pricing;

/// <summary>Age limits: protocol-facts "pricing".</summary>
public sealed class PriceFeedTests
{
    private const long Fetched = PriceFeed.FeedBegins + 100;

    [Theory]
    [InlineData(Fetched, PriceFreshness.Fresh)]
    [InlineData(Fetched + 600, PriceFreshness.Fresh)]
    [InlineData(Fetched + 601, PriceFreshness.Stale)]
    [InlineData(Fetched + 14_400, PriceFreshness.Stale)]
    [InlineData(Fetched + 14_401, PriceFreshness.Unavailable)]
    public void A_price_ages_from_fresh_to_stale_to_unavailable(long now, PriceFreshness expected)
    {
        PriceQuote quote = PriceFeed.Quote(new PriceSample(0.25m, Fetched), now);

        Assert.Equal(expected, quote.Freshness);
        Assert.Equal(quote.IsAvailable ? 0.25m : 0m, quote.UsdPerOpg);
    }

    [Fact]
    public void Before_the_feed_begins_the_price_is_fixed()
    {
        Assert.Equal(new PriceQuote(PriceFreshness.Fixed, 0.10m), PriceFeed.Quote(null, PriceFeed.FeedBegins - 1));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(PriceFeed.FeedBegins), new DateTimeOffset(2026, 4, 21, 12, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_price_never_fetched_or_not_above_zero_is_unavailable()
    {
        Assert.False(PriceFeed.Quote(null, PriceFeed.FeedBegins).IsAvailable);
        Assert.False(PriceFeed.Quote(new PriceSample(0m, Fetched), Fetched).IsAvailable);
        Assert.False(default(PriceQuote).IsAvailable);
    }
}
