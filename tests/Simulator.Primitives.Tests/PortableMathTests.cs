namespace Simulator.Primitives.Tests;

public sealed class PortableMathTests
{
    private static readonly KeyedRandom Random = new(1, 0, "portable-math");
    private static readonly DrawPurpose Sample = new("sample");

    [Fact]
    public void Logarithm_and_exponential_stay_within_four_units_in_the_last_place_of_the_platforms_own()
    {
        for (ulong i = 0; i < 200_000; i++)
        {
            double u = Random.Draw(Sample, i).UnitInterval();
            double x = Math.Pow(10, (u - 0.5) * 600);
            AssertClose(Math.Log(x), PortableMath.Log(x), 4);
            double y = (u - 0.5) * 1400;
            AssertClose(Math.Exp(y), PortableMath.Exp(y), 4);
        }
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.025, -1.959963984540054)]
    [InlineData(0.999, 3.090232306167813)]
    [InlineData(1e-9, -5.997807015007686)]
    [InlineData(1e-20, -9.262340089798408)]
    public void The_normal_quantile_equals_tabulated_values(double p, double expected)
    {
        Assert.Equal(expected, PortableMath.NormalQuantile(p), 1e-12);
    }

    [Fact]
    public void Special_arguments_have_the_conventional_results()
    {
        Assert.Equal(double.NegativeInfinity, PortableMath.Log(0));
        Assert.True(double.IsNaN(PortableMath.Log(-1)));
        Assert.Equal(0, PortableMath.Log(1));
        Assert.Equal(1, PortableMath.Exp(0));
        Assert.Equal(0, PortableMath.Exp(-1000));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(1000));
    }

    private static void AssertClose(double expected, double actual, int ulps)
    {
        double unit = Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected);
        Assert.True(Math.Abs(expected - actual) <= ulps * unit, $"{expected:R} and {actual:R}");
    }
}
