using System.Globalization;

namespace Simulator.Protocol.Tensors;

/// <summary>A number as the network carries it: <c>Value / 10^Decimals</c>, both int128 on the wire.</summary>
/// <remarks>
/// Encoding takes the shortest decimal text that reads back as the same float and drops what it does not need:
/// 1.50 → (15, 1), 100 → (100, 0), −0.001 → (−1, 3). Source: protocol facts §7.6.
/// </remarks>
public readonly record struct FixedPoint(Int128 Value, int Decimals)
{
    /// <summary>The most decimals a node accepts (protocol facts §7.7).</summary>
    public const int MaximumDecimals = 18;

    // Above this a double no longer holds every integer, so value and power are divided as decimal text instead.
    private const long ExactInDouble = 1L << 53;

    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    ];

    /// <summary>Encodes by the shortest decimal text; false for NaN, ∞ and what int128 cannot hold.</summary>
    public static bool TryEncode(float value, out FixedPoint number) =>
        DecimalText.TryRead(value.ToString("R", CultureInfo.InvariantCulture), out number);

    /// <inheritdoc cref="TryEncode(float, out FixedPoint)"/>
    public static bool TryEncode(double value, out FixedPoint number) =>
        DecimalText.TryRead(value.ToString("R", CultureInfo.InvariantCulture), out number);

    /// <summary>Rounds to at most that many decimals (0 to 18), half to even; false for NaN, ∞ and overflow.</summary>
    /// <remarks>One IEEE multiplication and one rounding, so every platform gives the same number.</remarks>
    public static bool TryRound(double value, int decimals, out FixedPoint number)
    {
        double scaled = Math.Round(value * PowersOfTen[decimals], MidpointRounding.ToEven);
        bool representable = Math.Abs(scaled) < 1.7e38;
        number = representable ? new FixedPoint((Int128)scaled, decimals).Normalised() : default;
        return representable;
    }

    /// <summary>The same number without trailing zeros after the point; this form is hashed.</summary>
    public FixedPoint Normalised()
    {
        int decimals = Value == 0 && Decimals > 0 ? 0 : Decimals;
        Int128 value = Value;
        // Division of int128 is slow, and nearly every number fits 64 bits.
        while (decimals > 0 && value != unchecked((long)value) && value % 10 == 0)
        {
            value /= 10;
            decimals--;
        }

        if (decimals > 0 && value == unchecked((long)value))
        {
            long small = (long)value;
            for (; decimals > 0 && small % 10 == 0; decimals--)
            {
                small /= 10;
            }

            value = small;
        }

        return new FixedPoint(value, decimals);
    }

    /// <summary>Reads plain decimal text such as <c>-0.001</c>; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out FixedPoint number) =>
        DecimalText.TryReadPlain(text, out number);

    /// <summary>The nearest double. Only for decimals in [0, 18].</summary>
    public double ToDouble()
    {
        if (Value >= -ExactInDouble && Value <= ExactInDouble)
        {
            return (long)Value / PowersOfTen[Decimals];
        }

        string text = string.Create(CultureInfo.InvariantCulture, $"{Value}E-{Decimals}");
        return double.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>What a tensor(float) input receives: float32 of the nearest double, as the network has it.</summary>
    public float ToSingle() => (float)ToDouble();

    /// <summary>Plain decimal text such as <c>-0.001</c>.</summary>
    public override string ToString() => DecimalText.Write(this);
}
