namespace Simulator.Statistics;

/// <summary>The whole rows of a <see cref="SaltelliDesign"/>'s outputs, and the shares of variance they
/// estimate.</summary>
internal sealed class VarianceRows
{
    private readonly SaltelliDesign design;

    // As the design orders a row: A, AB_1 … AB_k, (BA_1 … BA_k,) B; less the mean of all, which costs no bias and
    // saves digits.
    private readonly List<double[]> rows;

    private VarianceRows(SaltelliDesign design, List<double[]> rows)
    {
        this.design = design;
        this.rows = rows;
        Everyone = [.. Enumerable.Range(0, rows.Count)];
    }

    public int Count => rows.Count;

    public int[] Everyone { get; }

    public static VarianceRows Of(SaltelliDesign design, ReadOnlySpan<double> outputs)
    {
        List<double[]> rows = [];
        Moments all = new();
        for (int row = 0; row < design.Rows; row++)
        {
            double[] ofRow = outputs.Slice(row * design.RunsPerRow, design.RunsPerRow).ToArray();
            if (ofRow.All(double.IsFinite))
            {
                rows.Add(ofRow);
                all.Add(ofRow[0]);
                all.Add(ofRow[^1]);
            }
        }

        foreach (double[] row in rows)
        {
            for (int i = 0; i < row.Length; i++)
            {
                row[i] -= all.Mean;
            }
        }

        return new VarianceRows(design, rows);
    }

    public static IEnumerable<(int First, int Second)> Pairs(int factors) =>
        from i in Enumerable.Range(0, factors)
        from j in Enumerable.Range(i + 1, factors - i - 1)
        select (i, j);

    public double Variance(ReadOnlySpan<int> chosen)
    {
        Moments moments = new();
        foreach (int row in chosen)
        {
            moments.Add(rows[row][0]);
            moments.Add(rows[row][^1]);
        }

        return moments.Variance;
    }

    /// <summary>Writes the first-order indices, the total ones, and those of pairs if the design has them.</summary>
    public void Shares(ReadOnlySpan<int> chosen, Span<double> shares)
    {
        int k = design.Factors;
        shares.Clear();
        double means = 0;
        foreach (int index in chosen)
        {
            double[] row = rows[index];
            (double a, double b) = (row[0], row[^1]);
            means += a * b;
            for (int i = 0; i < k; i++)
            {
                double ab = row[1 + i];
                shares[i] += b * (ab - a);
                shares[k + i] += (a - ab) * (a - ab) / 2;
            }

            AddPairs(row, shares[(2 * k)..]);
        }

        // A resample of equal outputs has no variance to share out.
        double scale = chosen.Length * Variance(chosen);
        if (scale == 0)
        {
            shares.Clear();
            return;
        }

        for (int i = 0; i < 2 * k; i++)
        {
            shares[i] /= scale;
        }

        FinishPairs(means, scale, shares);
    }

    private void AddPairs(double[] row, Span<double> pairs)
    {
        int k = design.Factors;
        int place = 0;
        for (int i = 0; i < k && !pairs.IsEmpty; i++)
        {
            for (int j = i + 1; j < k; j++)
            {
                pairs[place++] += row[1 + k + i] * row[1 + j];
            }
        }
    }

    private void FinishPairs(double means, double scale, Span<double> shares)
    {
        int k = design.Factors;
        int place = 2 * k;
        for (int i = 0; i < k && place < shares.Length; i++)
        {
            for (int j = i + 1; j < k; j++, place++)
            {
                shares[place] = ((shares[place] - means) / scale) - shares[i] - shares[j];
            }
        }
    }
}
