namespace Simulator.Primitives;

/// <summary>Logarithm, exponential and normal quantile that agree to the last bit on every platform.</summary>
/// <remarks>
/// Built from IEEE 754 + − × ÷ √ and bit operations only; the platform's own library functions may differ between
/// systems. Relative error below 4 ulp for <see cref="Log"/> and <see cref="Exp"/> (held by a test).
/// </remarks>
public static class PortableMath
{
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double InverseLn2 = 1.44269504088896338700;
    private const double SqrtHalf = 0.70710678118654752440;

    /// <summary>Natural logarithm by argument reduction and the series of 2·atanh((m−1)/(m+1)).</summary>
    /// <param name="x">Finite and positive; otherwise the result is NaN, or −∞ for zero.</param>
    public static double Log(double x)
    {
        if (x == 0)
        {
            return double.NegativeInfinity;
        }

        if (!(x > 0) || double.IsInfinity(x))
        {
            return double.IsPositiveInfinity(x) ? x : double.NaN;
        }

        int exponent = 0;
        if (!double.IsNormal(x))
        {
            x *= 18014398509481984.0;
            exponent = -54;
        }

        long bits = BitConverter.DoubleToInt64Bits(x);
        exponent += (int)((bits >> 52) & 0x7FF) - 1022;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFF) | 0x3FE0000000000000);
        if (mantissa < SqrtHalf)
        {
            mantissa *= 2;
            exponent--;
        }

        double f = mantissa - 1;
        double s = f / (2 + f);
        double s2 = s * s;
        double series = 0;
        for (int n = 25; n >= 3; n -= 2)
        {
            series = (series + (1.0 / n)) * s2;
        }

        double halfSquare = 0.5 * f * f;
        double tail = (s * (halfSquare + (2 * series))) + (exponent * Ln2Low);
        return (exponent * Ln2High) - (halfSquare - tail - f);
    }

    /// <summary>e to the power <paramref name="x"/>; 0 below −745.2 and +∞ above 709.8.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        if (x > 709.782712893384)
        {
            return double.PositiveInfinity;
        }

        if (x < -745.2)
        {
            return 0;
        }

        double k = Math.Round(x * InverseLn2);
        double r = (x - (k * Ln2High)) - (k * Ln2Low);
        double term = 1;
        for (int n = 14; n >= 1; n--)
        {
            term = 1 + (term * r / n);
        }

        return ScaleByPowerOfTwo(term, (int)k);
    }

    /// <summary>
    /// The standard normal quantile Φ⁻¹(p) by algorithm AS 241 (Wichura, Applied Statistics 37, 1988), about 16 digits.
    /// </summary>
    /// <param name="p">In (0, 1).</param>
    public static double NormalQuantile(double p)
    {
        double q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            double r = 0.180625 - (q * q);
            return q * Rational(r, CentralNumerator, CentralDenominator);
        }

        double tail = q < 0 ? p : 1 - p;
        double root = Math.Sqrt(-Log(tail));
        double value = root <= 5
            ? Rational(root - 1.6, MiddleNumerator, MiddleDenominator)
            : Rational(root - 5, FarNumerator, FarDenominator);
        return q < 0 ? -value : value;
    }

    private static readonly double[] CentralNumerator =
    [
        3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
        4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
    ];

    private static readonly double[] CentralDenominator =
    [
        1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
        2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3,
    ];

    private static readonly double[] MiddleNumerator =
    [
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ];

    private static readonly double[] MiddleDenominator =
    [
        1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static readonly double[] FarNumerator =
    [
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static readonly double[] FarDenominator =
    [
        1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];

    private static double Rational(double x, double[] numerator, double[] denominator)
    {
        double above = 0;
        double below = 0;
        for (int i = numerator.Length - 1; i >= 0; i--)
        {
            above = (above * x) + numerator[i];
            below = (below * x) + denominator[i];
        }

        return above / below;
    }

    private static double ScaleByPowerOfTwo(double value, int exponent)
    {
        if (exponent < -1021)
        {
            value *= PowerOfTwo(-1000);
            exponent += 1000;
        }
        else if (exponent > 1023)
        {
            value *= 2;
            exponent--;
        }

        return value * PowerOfTwo(exponent);
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
}
