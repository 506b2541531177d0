using System.Numerics;
using Simulator.Primitives;

namespace Simulator.Statistics;

/// <summary>
/// Sobol's low-discrepancy sequence in Gray-code order. A power of two is the number of points to take: each of its
/// binary slices is then filled evenly.
/// </summary>
/// <remarks>
/// I. M. Sobol', USSR Computational Mathematics and Mathematical Physics 7 (1967), p. 86; order of I. A. Antonov,
/// V. M. Saleev (1979); direction numbers of <see cref="DirectionNumbers"/>. Scrambling: A. B. Owen, in Monte Carlo and
/// Quasi-Monte Carlo Methods in Scientific Computing (1995), p. 299: every binary digit is flipped or not according to
/// all digits before it, which keeps the evenness, removes the point at the origin, and makes each point uniform.
/// </remarks>
public sealed class SobolSequence : IUnitDesign
{
    private const int Bits = 32;

    /// <summary>The most factors there are direction numbers for.</summary>
    public const int MostFactors = DirectionNumbers.Dimensions;

    private static readonly DrawPurpose Scrambling = new("sobol-scrambling");

    private readonly uint[][] directions;
    private readonly ulong[]? scrambles;

    /// <param name="runs">At least 1.</param>
    /// <param name="factors">In [1, <see cref="MostFactors"/>].</param>
    /// <param name="scrambling">Named after the experiment; null for the sequence as published.</param>
    public SobolSequence(int runs, int factors, KeyedRandom? scrambling = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(factors, MostFactors);
        (Runs, Factors) = (runs, factors);
        directions = [.. Enumerable.Range(0, factors).Select(DirectionNumbers.Of)];
        scrambles = scrambling is { } random
            ? [.. Enumerable.Range(0, factors).Select(factor => random.Draw(Scrambling, (ulong)factor).Low)]
            : null;
    }

    public int Factors { get; }

    public int Runs { get; }

    /// <summary>Without scrambling point 0 is the origin; with it every coordinate lies strictly inside (0,
    /// 1).</summary>
    /// <inheritdoc/>
    public double[] Point(int run)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(run);
        double[] point = new double[Factors];
        uint gray = (uint)run ^ ((uint)run >> 1);
        for (int factor = 0; factor < Factors; factor++)
        {
            uint digits = 0;
            for (uint rest = gray; rest != 0; rest &= rest - 1)
            {
                digits ^= directions[factor][BitOperations.TrailingZeroCount(rest)];
            }

            double offset = 0;
            if (scrambles is not null)
            {
                digits = Scrambled(digits, scrambles[factor]);
                offset = 0.5;
            }

            point[factor] = (digits + offset) / 4294967296.0;
        }

        return point;
    }

    private static uint Scrambled(uint digits, ulong key)
    {
        uint flips = 0;
        for (int place = 0; place < Bits; place++)
        {
            // The digits before this place, behind a leading one that tells how many there are.
            ulong before = (1UL << place) | (place == 0 ? 0 : digits >> (Bits - place));
            flips |= (uint)(StableHash.Mix(key, before) & 1) << (Bits - 1 - place);
        }

        return digits ^ flips;
    }
}
