namespace Simulator.Statistics;

/// <summary>
/// What differs between two arms whose replications share their luck (common random numbers): replication by
/// replication, so that what both have in common cancels.
/// </summary>
/// <param name="Difference">Mean of first − second, with the Student-t interval of the paired differences.</param>
/// <param name="PValue">Two-sided, against no difference; null below two pairs. Zero when all pairs differ by the same
/// amount.</param>
/// <param name="Correlation">Pearson's, achieved between the arms, with Fisher's z interval from four pairs on; null
/// when an arm does not vary.</param>
/// <param name="VarianceReduction">By which factor pairing shrank the variance of the difference:
/// (s₁² + s₂²) / s²(first − second). Above one, pairing helped. Null when the differences do not vary.</param>
/// <remarks>
/// A. M. Law, Simulation Modeling and Analysis, on common random numbers. The interval of the factor is exact for
/// bivariate normal pairs: the factor is (1 + λ)/2 with λ the variance ratio of sum and difference, whose interval is
/// that of E. J. G. Pitman, Biometrika 31 (1939), p. 9.
/// </remarks>
public sealed record PairedDifference(
    Estimate Difference,
    double? PValue,
    Estimate? Correlation,
    Estimate? VarianceReduction)
{
    private const int FewestForShape = 4;

    /// <param name="first">One value per replication.</param>
    /// <param name="second">The same replications in the same order.</param>
    /// <param name="confidence">95 % by default.</param>
    /// <exception cref="ArgumentException">No pair, or arms of different length.</exception>
    public static PairedDifference Of(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        Confidence? confidence = null)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException("paired arms have one value each for every replication", nameof(second));
        }

        Confidence level = confidence ?? Confidence.Default;
        double[] differences = new double[first.Length];
        double[] sums = new double[first.Length];
        for (int i = 0; i < first.Length; i++)
        {
            differences[i] = first[i] - second[i];
            sums[i] = first[i] + second[i];
        }

        Moments moments = Moments.Of(differences);
        Estimate difference = MeanInterval.Of(moments, level) with { Method = "paired difference, Student t" };
        return new PairedDifference(
            difference,
            StudentTest.PValue(moments, 0),
            PearsonCorrelation.Of(first, second, level),
            Reduction(moments, Moments.Of(sums), PearsonCorrelation.Coefficient(sums, differences), level));
    }

    private static Estimate? Reduction(Moments differences, Moments sums, double? between, Confidence confidence)
    {
        if (differences.Variance == 0 || differences.Count < 2)
        {
            return null;
        }

        double ratio = sums.Variance / differences.Variance;
        double factor = (1 + ratio) / 2;
        if (differences.Count < FewestForShape || between is not { } r)
        {
            return Estimate.WithoutInterval(factor, differences.Count, "variance ratio");
        }

        long freedom = differences.Count - 2;
        double t = confidence.StudentFactor(freedom);
        double k = 1 + (2 * (1 - (r * r)) * t * t / freedom);
        double root = Math.Sqrt((k * k) - 1);
        return new Estimate(
            factor,
            (1 + (ratio * (k - root))) / 2,
            (1 + (ratio * (k + root))) / 2,
            differences.Count,
            "variance ratio, Pitman");
    }
}
