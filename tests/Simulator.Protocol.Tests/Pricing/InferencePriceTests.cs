using System.Globalization;
using System.Text.Json;
using Simulator.Primitives;
using Simulator.Protocol.Pricing;

namespace Simulator.Protocol.Tests.Pricing;

/// <summary>Vectors: protocol-facts B.6, computed with Python's decimal module.</summary>
public sealed class InferencePriceTests
{
    [Theory]
    [InlineData("gpt-5", 1000, 500, "0.10", "62500000000000000")]
    [InlineData("gpt-5", 1000, 500, "0.0432", "144675925925925926")]
    [InlineData("gpt-5-mini", 1, 0, "0.0432", "5787037037038")]
    [InlineData("gemini-2.5-flash-lite", 1, 1, "3.00", "166666666667")]
    [InlineData("gpt-5", 0, 0, "0.10", "0")]
    [InlineData("claude-opus-4-6", 20000, 2000, "0.10", "1500000000000000000")]
    [InlineData("gpt-5", -7, 500, "0.10", "50000000000000000")]
    public void An_inference_costs_its_tokens_rounded_up_to_the_atto(string model, long input, long output, string usd, string expected)
    {
        ModelPrice price = PriceTable.OfGateway.Find(model)!;

        OpgAmount cost = InferencePrice.Of(price, new TokenUsage(input, output), decimal.Parse(usd, CultureInfo.InvariantCulture));

        Assert.Equal(UInt128.Parse(expected, CultureInfo.InvariantCulture), cost.BaseUnits);
    }

    [Fact]
    public void Two_hundred_prices_equal_Pythons_decimal_arithmetic_to_the_last_atto()
    {
        using JsonDocument file = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", "pricing", "python-decimal.json")));
        JsonElement.ArrayEnumerator rows = file.RootElement.GetProperty("rows").EnumerateArray();

        Assert.Equal(200, rows.Count());
        foreach (JsonElement row in rows)
        {
            ModelPrice price = PriceTable.OfGateway.Find(row[0].GetString()!)!;
            decimal usd = decimal.Parse(row[3].GetString()!, CultureInfo.InvariantCulture);

            OpgAmount cost = InferencePrice.Of(price, new TokenUsage(row[1].GetInt64(), row[2].GetInt64()), usd);

            Assert.Equal(row[4].GetString(), cost.BaseUnits.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void A_price_near_zero_costs_the_largest_amount_rather_than_failing()
    {
        ModelPrice price = PriceTable.OfGateway.Find("gpt-5")!;

        Assert.Equal(UInt128.MaxValue, InferencePrice.Of(price, new TokenUsage(long.MaxValue, 0), 1e-28m).BaseUnits);
    }

    [Theory]
    [InlineData("gpt-5", "gpt-5")]
    [InlineData("  GPT-5\n", "gpt-5")]
    [InlineData("claude-4.0-sonnet", "claude-sonnet-4-0")]
    [InlineData("grok-4.1-fast", "grok-4-1-fast")]
    [InlineData("gpt-4.1-2025-04-14", "gpt-4.1")]
    public void A_model_is_found_by_name_and_alias_after_trimming_and_lowering(string asked, string found)
    {
        Assert.Equal(found, PriceTable.OfGateway.Find(asked)!.Model);
    }

    [Theory]
    [InlineData("gpt-5-")]
    [InlineData("")]
    [InlineData("claude-haiku-4-5-20251001")]
    public void An_unknown_model_has_no_price(string asked)
    {
        Assert.Null(PriceTable.OfGateway.Find(asked));
    }
}
