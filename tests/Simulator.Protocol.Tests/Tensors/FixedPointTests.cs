using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Simulator.Protocol.Tensors;

namespace Simulator.Protocol.Tests.Tensors;

public sealed class FixedPointTests
{
    // The first three are the network's own examples (protocol facts §7.6).
    [Theory]
    [InlineData(1.50, "15", 1)]
    [InlineData(100, "100", 0)]
    [InlineData(-0.001, "-1", 3)]
    [InlineData(0, "0", 0)]
    [InlineData(-0.0, "0", 0)]
    [InlineData(0.1, "1", 1)]
    [InlineData(1e21, "1000000000000000000000", 0)]
    [InlineData(1e-7, "1", 7)]
    [InlineData(1.7e38, "170000000000000000000000000000000000000", 0)]
    [InlineData(5e-324, "5", 324)]
    public void A_double_is_encoded_by_its_shortest_decimal_text(double value, string integer, int decimals)
    {
        Assert.True(FixedPoint.TryEncode(value, out FixedPoint number));
        Assert.Equal(new FixedPoint(Integer(integer), decimals), number);
    }

    [Theory]
    [InlineData(0.1f, "1", 1)]
    [InlineData(16777216f, "16777216", 0)]
    [InlineData(1e-45f, "1", 45)]
    public void A_float_is_encoded_by_its_own_shortest_text_not_a_doubles(float value, string integer, int decimals)
    {
        Assert.True(FixedPoint.TryEncode(value, out FixedPoint number));
        Assert.Equal(new FixedPoint(Integer(integer), decimals), number);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1.8e38)]
    [InlineData(-1e300)]
    public void What_is_no_number_or_exceeds_int128_is_not_encoded(double value)
    {
        Assert.False(FixedPoint.TryEncode(value, out _));
        Assert.False(FixedPoint.TryRound(value, 0, out _));
    }

    [Theory]
    [InlineData(150, 2, 15, 1)]
    [InlineData(1000, 3, 1, 0)]
    [InlineData(0, 18, 0, 0)]
    [InlineData(7, 0, 7, 0)]
    [InlineData(-1200, 1, -120, 0)]
    public void A_number_has_one_normal_form(long value, int decimals, long normalValue, int normalDecimals) =>
        Assert.Equal(new FixedPoint(normalValue, normalDecimals), new FixedPoint(value, decimals).Normalised());

    [Fact]
    public void A_number_beyond_64_bits_has_the_same_normal_form_rules()
    {
        Int128 huge = Integer("123456789012345678901234500000000000000");

        Int128 three = (Int128)3_000_000_000_000_000_000 * 1_000_000;

        Assert.Equal(new FixedPoint(huge / 100_000_000_000_000, 4), new FixedPoint(huge, 18).Normalised());
        Assert.Equal(new FixedPoint(3, 0), new FixedPoint(three, 24).Normalised());
    }

    [Theory]
    [InlineData(0.0000005, 6, "0")]
    [InlineData(0.0000015, 6, "0.000002")]
    [InlineData(-0.0000015, 6, "-0.000002")]
    [InlineData(2.5, 0, "2")]
    [InlineData(3.5, 0, "4")]
    [InlineData(12.34, 18, "12.34")]
    public void Rounding_is_half_to_even_at_the_declared_decimals(double value, int decimals, string expected)
    {
        Assert.True(FixedPoint.TryRound(value, decimals, out FixedPoint number));
        Assert.Equal(expected, number.ToString());
    }

    // Python: numpy.float32(123456789012345678901 / 10**18) and numpy.float32(1 / 10)
    [Theory]
    [InlineData("123456789012345678901", 18, 123.45679f)]
    [InlineData("1", 1, 0.1f)]
    [InlineData("-1", 3, -0.001f)]
    [InlineData("170141183460469231731687303715884105727", 0, 1.7014118e38f)]
    public void Decoding_gives_the_nearest_float(string integer, int decimals, float expected) =>
        Assert.Equal(expected, new FixedPoint(Integer(integer), decimals).ToSingle());

    [Fact]
    public void Decoding_undoes_encoding_for_every_float_within_the_networks_decimals() =>
        Prop.ForAll<int>(bits =>
        {
            float value = BitConverter.Int32BitsToSingle(bits);
            bool encoded = FixedPoint.TryEncode(value, out FixedPoint number);
            return !encoded || number.Decimals > FixedPoint.MaximumDecimals || number.ToSingle() == value;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Decimal_text_reads_back_as_the_same_number() =>
        Prop.ForAll<long, byte>((value, decimals) =>
        {
            FixedPoint number = new FixedPoint(value, decimals % 19).Normalised();
            return FixedPoint.TryParse(number.ToString(), out FixedPoint read) && read == number;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1e5")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData(" 1")]
    [InlineData("NaN")]
    [InlineData("١")]
    [InlineData("999999999999999999999999999999999999999")]
    public void Only_plain_decimal_text_is_read(string text) => Assert.False(FixedPoint.TryParse(text, out _));

    private static Int128 Integer(string text) => Int128.Parse(text, CultureInfo.InvariantCulture);
}
