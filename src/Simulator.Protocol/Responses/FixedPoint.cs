using System.Globalization;
using System.Numerics;

namespace Simulator.Protocol.Responses;

/// <summary>A decimal number as tensors carry it on the wire: value · 10^−decimals.</summary>
/// <remarks>Decimals: [0, 18]. Two encodings of one number are different messages with different hashes.</remarks>
public readonly record struct FixedPoint
{
    public const int MaximumDecimals = 18;

    /// <exception cref="ArgumentOutOfRangeException">Decimals outside [0, 18].</exception>
    public FixedPoint(long value, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, MaximumDecimals);
        Value = value;
        Decimals = decimals;
    }

    public long Value { get; }

    public int Decimals { get; }

    /// <summary>The nearest double, for models that compute in floating point.</summary>
    public double ToDouble() => double.Parse(ToString(), CultureInfo.InvariantCulture);

    /// <summary>Plain decimal digits, exact: <c>-0.125</c>.</summary>
    public override string ToString()
    {
        string digits = BigInteger.Abs(Value).ToString(CultureInfo.InvariantCulture).PadLeft(Decimals + 1, '0');
        string number = Decimals == 0 ? digits : digits.Insert(digits.Length - Decimals, ".");
        return Value < 0 ? "-" + number : number;
    }
}
