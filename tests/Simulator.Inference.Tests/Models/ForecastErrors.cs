namespace Simulator.Inference.Tests.Models;

/// <summary>How far forecasts for the held-out windows are from the truth.</summary>
/// <param name="Relative">Root mean square of the relative error against the true volatility.</param>
/// <param name="Log">Root mean square of the logarithmic error against the true volatility.</param>
/// <param name="Qlike">QLIKE (Patton, 2011) against the return that came; lower is better.</param>
internal sealed record ForecastErrors(double Relative, double Log, double Qlike)
{
    public static ForecastErrors Of(IEnumerable<double> volatilities)
    {
        double[] forecasts = [.. volatilities];
        (double relative, double log, double qlike) = (0, 0, 0);
        foreach ((HeldOutCase item, double forecast) in HeldOutCase.All.Zip(forecasts))
        {
            double ratio = forecast / item.TrueVolatility;
            double variance = forecast * forecast;
            relative += (ratio - 1) * (ratio - 1);
            log += Math.Log(ratio) * Math.Log(ratio);
            qlike += (item.NextReturn * item.NextReturn / variance) + Math.Log(variance);
        }

        int count = forecasts.Length;
        return new ForecastErrors(Math.Sqrt(relative / count), Math.Sqrt(log / count), qlike / count);
    }

    public bool AreAllBelow(ForecastErrors other) =>
        Relative < other.Relative && Log < other.Log && Qlike < other.Qlike;
}
