using MathNet.Numerics.Distributions;

namespace Simulator.Statistics;

/// <summary>A confidence level and the factors that belong to it.</summary>
/// <param name="Level">In (0, 1): 0.95.</param>
public readonly record struct Confidence(double Level)
{
    public static readonly Confidence Default = new(0.95);

    /// <summary>The probability left outside on each side.</summary>
    public double Tail => (1 - Level) / 2;

    /// <summary>Two-sided Student-t factor.</summary>
    /// <param name="degreesOfFreedom">At least 1.</param>
    public double StudentFactor(long degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        return StudentT.InvCDF(0, 1, degreesOfFreedom, 1 - Tail);
    }

    /// <summary>Two-sided standard normal factor.</summary>
    public double NormalFactor() => Normal.InvCDF(0, 1, 1 - Tail);
}
