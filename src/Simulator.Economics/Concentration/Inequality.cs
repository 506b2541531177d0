namespace Simulator.Economics.Concentration;

/// <summary>How unevenly something is spread over its holders.</summary>
public static class Inequality
{
    /// <summary>Gini coefficient of values that are not negative: 0 all equal, towards 1 one has all.</summary>
    /// <returns>NaN for no value or a sum of 0.</returns>
    public static double Gini(IEnumerable<double> values)
    {
        double[] ascending = [.. values.Order()];
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < ascending.Length; i++)
        {
            sum += ascending[i];
            weighted += (i + 1) * ascending[i];
        }

        return sum > 0 ? ((2 * weighted / sum) - ascending.Length - 1) / ascending.Length : double.NaN;
    }

    /// <summary>Fewest holders that together have more than a share of all. Source: B. Srinivasan, L. Lee, 2017.</summary>
    /// <param name="values">Not negative.</param>
    /// <param name="share">A third for what stops a BFT chain.</param>
    public static int Nakamoto(IEnumerable<double> values, double share)
    {
        double[] descending = [.. values.OrderDescending()];
        double total = 0;
        foreach (double value in descending)
        {
            total += value;
        }

        double held = 0;
        int holders = 0;
        while (holders < descending.Length && held <= share * total)
        {
            held += descending[holders++];
        }

        return holders;
    }
}
