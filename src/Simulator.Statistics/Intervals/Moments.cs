namespace Simulator.Statistics;

/// <summary>Count, mean and variance of a stream in constant memory (Welford's recurrence).</summary>
public sealed class Moments
{
    private double squares;

    public long Count { get; private set; }

    public double Mean { get; private set; }

    public double Minimum { get; private set; } = double.PositiveInfinity;

    public double Maximum { get; private set; } = double.NegativeInfinity;

    /// <summary>Unbiased sample variance; zero below two observations.</summary>
    public double Variance => Count < 2 ? 0 : squares / (Count - 1);

    public static Moments Of(ReadOnlySpan<double> values)
    {
        Moments moments = new();
        foreach (double value in values)
        {
            moments.Add(value);
        }

        return moments;
    }

    public void Add(double value)
    {
        Count++;
        double distance = value - Mean;
        Mean += distance / Count;
        squares += distance * (value - Mean);
        Minimum = Math.Min(Minimum, value);
        Maximum = Math.Max(Maximum, value);
    }
}
