using System.Text.Json;
using Simulator.Inference.Execution;
using Simulator.Inference.Tensors;

namespace Simulator.Inference.Tests.Models;

public sealed class VolatilityModelTests
{
    private static readonly Lazy<(double Volatility, double ValueAtRisk)[]> Answers = new(Ask);

    [Fact]
    public void The_runtime_gives_what_the_models_maker_computed_for_every_held_out_window() =>
        Assert.Equal(HeldOutCase.All.Select(item => (Math.Round(item.Volatility, 6), Math.Round(item.ValueAtRisk, 6))), Answers.Value);

    [Fact]
    public void The_stated_error_on_held_out_windows_is_what_the_runtime_has()
    {
        double[] volatility = [.. Answers.Value.Select(answer => answer.Volatility)];

        AssertStated("model", Errors(volatility));
        Assert.Equal(Stated("model").GetProperty("value_at_risk_log_rmse").GetDouble(), Math.Round(ValueAtRiskError(), 4));
        Assert.Equal(Stated("model").GetProperty("value_at_risk_exceeded").GetDouble(), Math.Round(ShareExceeded(), 4));
    }

    [Fact]
    public void The_stated_errors_of_the_naive_forecasts_are_right_and_the_model_beats_them()
    {
        (double Relative, double Log, double Qlike) rolling = Errors([.. HeldOutCase.All.Select(item => Baselines.RollingStandardDeviation(item.Returns))]);
        (double Relative, double Log, double Qlike) ewma = Errors([.. HeldOutCase.All.Select(item => Baselines.Ewma(item.Returns, 0.94))]);
        (double Relative, double Log, double Qlike) model = Errors([.. Answers.Value.Select(answer => answer.Volatility)]);

        AssertStated("rolling_standard_deviation", rolling);
        AssertStated("ewma_0.94", ewma);
        Assert.True(model.Relative < ewma.Relative && model.Log < ewma.Log && model.Qlike < ewma.Qlike);
        Assert.True(model.Relative < rolling.Relative && model.Log < rolling.Log && model.Qlike < rolling.Qlike);
    }

    private static (double, double)[] Ask()
    {
        using InferenceEngine engine = new();
        return [.. HeldOutCase.All.Select(item => Ask(engine, item))];
    }

    private static (double, double) Ask(InferenceEngine engine, HeldOutCase item)
    {
        InferenceAnswer answer = engine.Run(ShippedModel.Volatility, item.Question, ExecutionProfile.Default);
        TensorSet outputs = Assert.IsType<InferenceOutcome.Completed>(answer.Outcome).Outputs;
        return (outputs.Number("volatility")!.Values[0].ToDouble(), outputs.Number("value_at_risk_95")!.Values[0].ToDouble());
    }

    // Relative and logarithmic error against the true volatility; QLIKE (Patton, 2011) against the return that came.
    private static (double Relative, double Log, double Qlike) Errors(double[] forecasts)
    {
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
        return (Math.Sqrt(relative / count), Math.Sqrt(log / count), qlike / count);
    }

    private static double ValueAtRiskError() =>
        Math.Sqrt(HeldOutCase.All.Zip(Answers.Value, (item, answer) => Math.Pow(Math.Log(answer.ValueAtRisk / item.TrueValueAtRisk), 2)).Average());

    private static double ShareExceeded() =>
        HeldOutCase.All.Zip(Answers.Value, (item, answer) => item.NextReturn < -answer.ValueAtRisk ? 1.0 : 0.0).Average();

    private static void AssertStated(string forecast, (double Relative, double Log, double Qlike) errors)
    {
        JsonElement stated = Stated(forecast);
        Assert.Equal(stated.GetProperty("relative_rmse").GetDouble(), errors.Relative, 1e-4);
        Assert.Equal(stated.GetProperty("log_rmse").GetDouble(), errors.Log, 1e-4);
        Assert.Equal(stated.GetProperty("qlike").GetDouble(), errors.Qlike, 1e-4);
    }

    private static JsonElement Stated(string forecast)
    {
        string card = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "models", "volatility", "model.json"));
        return JsonDocument.Parse(card).RootElement.GetProperty("errors").GetProperty("heldout.csv").GetProperty(forecast);
    }
}
