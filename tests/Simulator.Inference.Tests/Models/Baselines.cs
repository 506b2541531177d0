namespace Simulator.Inference.Tests.Models;

/// <summary>The naive forecasts that the model has to beat.</summary>
internal static class Baselines
{
    public static double RollingStandardDeviation(double[] returns)
    {
        double mean = returns.Average();
        return Math.Sqrt(returns.Sum(value => (value - mean) * (value - mean)) / (returns.Length - 1));
    }

    /// <summary>Exponentially weighted; 0.94 is RiskMetrics' value for daily returns (J.P. Morgan, 1996).</summary>
    public static double Ewma(double[] returns, double decay)
    {
        (double sum, double weights, double weight) = (0, 0, 1);
        for (int i = returns.Length - 1; i >= 0; i--)
        {
            sum += weight * returns[i] * returns[i];
            weights += weight;
            weight *= decay;
        }

        return Math.Sqrt(sum / weights);
    }
}
