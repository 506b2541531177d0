using MathNet.Numerics.Distributions;

namespace Simulator.Statistics;

/// <summary>The difference between two shares of independent trials.</summary>
/// <param name="Difference">First − second, with the interval that joins the two Wilson intervals; it stays inside
/// [−1, 1]. <see cref="Estimate.N"/> counts the trials of both.</param>
/// <param name="PValue">Two-sided, of the pooled score test against equal shares; 1 when neither side varies.</param>
/// <remarks>R. G. Newcombe, Statistics in Medicine 17 (1998), p. 873, method 10.</remarks>
public sealed record ProportionDifference(Estimate Difference, double PValue)
{
    /// <param name="firstSuccesses">In [0, <paramref name="firstTrials"/>].</param>
    /// <param name="firstTrials">At least 1.</param>
    /// <param name="secondSuccesses">In [0, <paramref name="secondTrials"/>].</param>
    /// <param name="secondTrials">At least 1.</param>
    /// <param name="confidence">95 % by default.</param>
    public static ProportionDifference Of(
        long firstSuccesses,
        long firstTrials,
        long secondSuccesses,
        long secondTrials,
        Confidence? confidence = null)
    {
        Estimate first = ProportionInterval.Wilson(firstSuccesses, firstTrials, confidence);
        Estimate second = ProportionInterval.Wilson(secondSuccesses, secondTrials, confidence);
        double difference = first.Value - second.Value;
        double down = Hypotenuse(first.Value - first.Lower!.Value, second.Upper!.Value - second.Value);
        double up = Hypotenuse(first.Upper!.Value - first.Value, second.Value - second.Lower!.Value);
        Estimate estimate = new(
            difference,
            difference - down,
            difference + up,
            firstTrials + secondTrials,
            "difference of shares, Newcombe");

        double pooled = (double)(firstSuccesses + secondSuccesses) / (firstTrials + secondTrials);
        double error = Math.Sqrt(pooled * (1 - pooled) * ((1.0 / firstTrials) + (1.0 / secondTrials)));
        double p = error == 0 ? 1 : 2 * Normal.CDF(0, 1, -Math.Abs(difference) / error);
        return new ProportionDifference(estimate, p);
    }

    private static double Hypotenuse(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
