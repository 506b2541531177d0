namespace Simulator.Primitives.Tests;

/// <summary>Vectors: file kat_vectors of the Random123 distribution, lines "philox4x32 10".</summary>
public sealed class PhiloxTests
{
    [Theory]
    [InlineData(0UL, 0UL, 0UL, 0xe169c58d6627e8d5UL, 0x9b00dbd8bc57ac4cUL)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x41c83b0e408f276dUL, 0x6d5451fda20bc7c6UL)]
    [InlineData(0x85a308d3243f6a88UL, 0x0370734413198a2eUL, 0x299f31d0a4093822UL, 0x94fdccebd16cfe09UL, 0x24126ea15001e420UL)]
    public void A_block_equals_the_published_known_answer(ulong low, ulong high, ulong key, ulong expectedLow, ulong expectedHigh)
    {
        Assert.Equal((expectedLow, expectedHigh), Philox.Block(low, high, key));
    }
}
