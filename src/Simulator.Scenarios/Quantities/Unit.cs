using System.Numerics;

namespace Simulator.Scenarios.Quantities;

/// <summary>A unit as files write it, and its size in the base unit of its dimension.</summary>
internal sealed record Unit(string Name, Dimension Dimension, ExactNumber Size)
{
    public Unit(string name, Dimension dimension, BigInteger size)
        : this(name, dimension, new ExactNumber(size, BigInteger.One))
    {
    }
}
