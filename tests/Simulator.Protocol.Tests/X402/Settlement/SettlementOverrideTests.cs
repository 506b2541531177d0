using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.X402.Settlement;

public sealed class SettlementOverrideTests
{
    [Theory]
    [InlineData("123", "123")]
    [InlineData("0", "0")]
    [InlineData("50%", "500")]
    [InlineData("33.33%", "333")]
    [InlineData("0.1%", "1")]
    [InlineData("12.%", "120")]
    [InlineData("200%", "2000")]
    [InlineData("$0.0000015", "2")]
    [InlineData("$1.25", "1250000")]
    [InlineData("$0.00000049", "0")]
    public void An_override_resolves_to_atomic_units(string text, string expected)
    {
        Assert.True(SettlementOverride.TryResolve(text, 1000UL, SettlementOverride.DefaultDecimals, out UInt256 amount));
        Assert.Equal(expected, amount.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("%")]
    [InlineData(".5%")]
    [InlineData("1.234%")]
    [InlineData("$")]
    [InlineData("$-1")]
    [InlineData("$1.2.3")]
    [InlineData("1e5")]
    [InlineData("99999999999999999999999999999999999999999999999999999999999999999999999999999999")]
    public void Other_texts_are_no_override(string text) =>
        Assert.False(SettlementOverride.TryResolve(text, 1000UL, 6, out _));

    [Fact]
    public void The_header_is_a_json_object_with_an_amount()
    {
        Assert.True(SettlementOverride.FromHeader("""{"amount":"50%"}""").TryGet(out string? amount));
        Assert.Equal("50%", amount);
        Assert.False(SettlementOverride.FromHeader("""{"amount":5}""").TryGet(out _));
        Assert.False(SettlementOverride.FromHeader("50%").TryGet(out _));
    }
}
