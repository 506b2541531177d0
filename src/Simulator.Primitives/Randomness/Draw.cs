namespace Simulator.Primitives;

/// <summary>128 random bits and the ways to read one decision out of them. Use one reading per draw.</summary>
public readonly record struct Draw(ulong Low, ulong High)
{
    /// <summary>Uniform integer in [0, <paramref name="count"/>); bias below count·2⁻¹²⁸.</summary>
    /// <param name="count">At least 1.</param>
    public long Below(long count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        UInt128 lowProduct = (UInt128)Low * (ulong)count;
        UInt128 highProduct = (UInt128)High * (ulong)count;
        return (long)(ulong)((highProduct + (lowProduct >> 64)) >> 64);
    }

    /// <summary>True with exactly the given probability (to within 2⁻⁶⁴).</summary>
    public bool Chance(Ratio probability)
    {
        UInt128 scaled = (UInt128)Low * (ulong)probability.Denominator;
        return (long)(ulong)(scaled >> 64) < probability.Numerator;
    }

    /// <summary>Uniform real in the open interval (0, 1): 53 bits, centred, so neither end is reached.</summary>
    public double UnitInterval() => ((Low >> 12) + 0.5) * (1.0 / 4503599627370496.0);

    /// <summary>Exponentially distributed span with the given mean, rounded down to the nanosecond.</summary>
    public SimDuration Exponential(SimDuration mean)
    {
        double span = -PortableMath.Log(UnitInterval()) * mean.Nanoseconds;
        return new SimDuration((long)span);
    }

    /// <summary>Uniform span in [<paramref name="least"/>, <paramref name="most"/>].</summary>
    public SimDuration Uniform(SimDuration least, SimDuration most) =>
        new(least.Nanoseconds + Below(most.Nanoseconds - least.Nanoseconds + 1));

    /// <summary>Standard normal value by inversion.</summary>
    public double Normal() => PortableMath.NormalQuantile(UnitInterval());

    /// <summary>Log-normal span with the given median and σ of the logarithm, rounded down to the nanosecond.</summary>
    public SimDuration LogNormal(SimDuration median, double sigma)
    {
        double span = median.Nanoseconds * PortableMath.Exp(sigma * Normal());
        return new SimDuration(span >= long.MaxValue ? long.MaxValue / 4 : (long)span);
    }
}
