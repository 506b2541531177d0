namespace Simulator.Statistics;

/// <summary>
/// Finds where a run's warm-up ends: the cut after which the mean of the rest has the smallest marginal standard
/// error, judged on means of five consecutive observations.
/// </summary>
/// <remarks>K. P. White, M. J. Cobb, S. C. Spratt, Winter Simulation Conference 2000. A best cut in the second half of
/// the run means that the run is too short to tell; then nothing is cut and <see cref="Found"/> is false. Cuts that
/// leave less than a tenth are not looked at: a few last means that happen to be equal, as those of an idle queue
/// are, would win (K. Hoad, S. Robinson, R. Davies, Journal of the Operational Research Society 61 (2010), p.
/// 1389).</remarks>
/// <param name="Dropped">Observations to leave out at the start; a multiple of five.</param>
/// <param name="Found">False when the run is too short to judge.</param>
public readonly record struct Mser5(int Dropped, bool Found)
{
    public const int BatchSize = 5;
    private const int FewestBatches = 10;
    private const int LeastShareLeft = 10;

    public static Mser5 Of(ReadOnlySpan<double> values)
    {
        int count = values.Length / BatchSize;
        if (count < FewestBatches)
        {
            return new Mser5(0, false);
        }

        double best = double.PositiveInfinity;
        int cut = 0;
        int least = Math.Max(FewestBatches / 2, count / LeastShareLeft);
        Moments rest = new();
        for (int first = count - 1; first >= 0; first--)
        {
            rest.Add(CompensatedSum.Of(values.Slice(first * BatchSize, BatchSize)) / BatchSize);
            double error = rest.Variance * (rest.Count - 1) / ((double)rest.Count * rest.Count);
            if (rest.Count >= least && error <= best)
            {
                best = error;
                cut = first;
            }
        }

        return cut > count / 2 ? new Mser5(0, false) : new Mser5(cut * BatchSize, true);
    }
}
