using System.Numerics;


namespace Simulator.Primitives.Tests;

public sealed class OpgAmountTests
{
    [Fact]
    public void An_amount_below_zero_cannot_be_made()
    {
        Assert.Throws<OverflowException>(() => OpgAmount.Zero - new OpgAmount(1));
    }

    [Fact]
    public void A_sum_beyond_the_range_throws()
    {
        Assert.Throws<OverflowException>(() => new OpgAmount(UInt128.MaxValue) + new OpgAmount(1));
    }

    [Theory]
    [InlineData(10, 1, 3, 3, 4)]
    [InlineData(9, 1, 3, 3, 3)]
    [InlineData(1, 1, 2, 0, 1)]
    public void Division_rounds_as_its_name_says(ulong amount, ulong numerator, ulong denominator, ulong down, ulong up)
    {
        OpgAmount value = new(amount);
        Assert.Equal(new OpgAmount(down), value.MultiplyDivideRoundingDown(numerator, denominator));
        Assert.Equal(new OpgAmount(up), value.MultiplyDivideRoundingUp(numerator, denominator));
    }

    [Fact]
    public void Multiply_divide_survives_an_intermediate_beyond_128_bits()
    {
        OpgAmount large = new(UInt128.MaxValue);
        Assert.Equal(large, large.MultiplyDivideRoundingDown(UInt128.MaxValue, UInt128.MaxValue));
    }

    [Fact]
    public void A_uint256_beyond_128_bits_is_not_an_amount()
    {
        Assert.False(OpgAmount.TryFromWire(BigInteger.Pow(2, 256) - 1, out _));
        Assert.False(OpgAmount.TryFromWire(-1, out _));
        Assert.True(OpgAmount.TryFromWire(BigInteger.Pow(2, 128) - 1, out OpgAmount most));
        Assert.Equal(UInt128.MaxValue, most.BaseUnits);
    }

    [Theory]
    [InlineData("100000000000000000", "0.1 OPG")]
    [InlineData("1", "0.000000000000000001 OPG")]
    [InlineData("2000000000000000000", "2 OPG")]
    public void Text_is_exact(string baseUnits, string expected)
    {
        Assert.Equal(expected, new OpgAmount(UInt128.Parse(baseUnits, null)).ToString());
    }
}
