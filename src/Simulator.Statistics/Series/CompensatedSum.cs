namespace Simulator.Statistics;

/// <summary>A sum of doubles with the rounding error carried along (Neumaier), so that order hardly matters.</summary>
public struct CompensatedSum : IEquatable<CompensatedSum>
{
    private double sum;
    private double error;

    public readonly double Value => sum + error;

    public static double Of(ReadOnlySpan<double> values)
    {
        CompensatedSum total = default;
        foreach (double value in values)
        {
            total.Add(value);
        }

        return total.Value;
    }

    public void Add(double value)
    {
        double next = sum + value;
        error += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
        sum = next;
    }

    public readonly bool Equals(CompensatedSum other) => sum.Equals(other.sum) && error.Equals(other.error);

    public override readonly bool Equals(object? obj) => obj is CompensatedSum other && Equals(other);

    public override readonly int GetHashCode() => Value.GetHashCode();

    public static bool operator ==(CompensatedSum left, CompensatedSum right) => left.Equals(right);

    public static bool operator !=(CompensatedSum left, CompensatedSum right) => !left.Equals(right);
}
