namespace Simulator.Statistics;

/// <summary>
/// Many verdicts at once without more false ones: the chance that any of the family is decided wrongly stays below the
/// error of the family, whatever the dependence between them.
/// </summary>
/// <remarks>
/// S. Holm, Scandinavian Journal of Statistics 6 (1979), p. 65. With an interval that may decide either way (pass or
/// fail), the direction is controlled as well under the conditions of J. P. Shaffer, Annals of Statistics 8 (1980).
/// </remarks>
public static class Holm
{
    /// <summary>
    /// Adjusted p-values in the order given: a test is significant in its family when its adjusted value is at most
    /// the family's error. Monotone, at most 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A value outside [0, 1].</exception>
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        double[] values = pValues.ToArray();
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ThenBy(i => i)];
        double[] adjusted = new double[values.Length];
        double largest = 0;
        for (int rank = 0; rank < order.Length; rank++)
        {
            double p = values[order[rank]];
            ArgumentOutOfRangeException.ThrowIfNegative(p);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(p, 1);
            largest = Math.Max(largest, Math.Min(1, p * (values.Length - rank)));
            adjusted[order[rank]] = largest;
        }

        return adjusted;
    }

    /// <summary>
    /// The level at which each verdict is to be read, for intervals of any method. Verdicts that are decided at
    /// 1 − error/m leave the family, the rest is read at 1 − error/(m − decided), and so on until nobody leaves.
    /// </summary>
    /// <param name="decided">Per verdict, whether it is decided (pass or fail, not inconclusive) when its interval has
    /// the level given. An interval of higher level must contain that of a lower one.</param>
    /// <param name="family">Confidence that all verdicts are right together; 95 % by default.</param>
    /// <returns>Per verdict the level of the round in which it was decided, or of the last round.</returns>
    public static Confidence[] Levels(IReadOnlyList<Func<Confidence, bool>> decided, Confidence? family = null)
    {
        double error = 1 - (family ?? Confidence.Default).Level;
        Confidence[] levels = new Confidence[decided.Count];
        List<int> open = [.. Enumerable.Range(0, decided.Count)];
        while (open.Count > 0)
        {
            Confidence level = new(1 - (error / open.Count));
            open.ForEach(i => levels[i] = level);
            if (open.RemoveAll(i => decided[i](level)) == 0)
            {
                break;
            }
        }

        return levels;
    }

    /// <summary>The level of simultaneous intervals: all of <paramref name="count"/> hold together
    /// (Bonferroni).</summary>
    /// <param name="count">At least 1.</param>
    /// <param name="family">95 % by default.</param>
    public static Confidence Simultaneous(int count, Confidence? family = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new Confidence(1 - ((1 - (family ?? Confidence.Default).Level) / count));
    }
}
