namespace Simulator.Inference.Tests.Models;

public sealed class VolatilityModelTests
{
    private static readonly ModelCard Card = new("volatility");

    private static readonly (double Volatility, double ValueAtRisk)[] Answers =
        ModelAnswers.Of(ShippedModel.Volatility);

    [Fact]
    public void The_runtime_gives_what_the_models_maker_computed_for_every_held_out_window() =>
        Assert.Equal(
            HeldOutCase.All.Select(item => (Math.Round(item.Volatility, 6), Math.Round(item.ValueAtRisk, 6))),
            Answers);

    [Fact]
    public void The_stated_error_on_held_out_windows_is_what_the_runtime_has()
    {
        Card.AssertStates("model", ForecastErrors.Of(Answers.Select(answer => answer.Volatility)));
        Assert.Equal(Card.HeldOut("model", "value_at_risk_log_rmse"), ValueAtRiskError(), 1e-4);
        Assert.Equal(Card.HeldOut("model", "value_at_risk_exceeded"), ShareExceeded(), 1e-4);
    }

    [Fact]
    public void The_stated_errors_of_the_naive_forecasts_are_right_and_the_model_beats_them()
    {
        double[][] windows = [.. HeldOutCase.All.Select(item => item.Returns)];
        var rolling = ForecastErrors.Of(windows.Select(Baselines.RollingStandardDeviation));
        var ewma = ForecastErrors.Of(windows.Select(window => Baselines.Ewma(window, 0.94)));
        var model = ForecastErrors.Of(Answers.Select(answer => answer.Volatility));

        Card.AssertStates("rolling_standard_deviation", rolling);
        Card.AssertStates("ewma_0.94", ewma);
        Assert.True(model.AreAllBelow(rolling));
        Assert.True(model.AreAllBelow(ewma));
    }

    [Theory]
    [InlineData("volatility@1.2")]
    [InlineData("volatility-int8@1.2")]
    public void The_readable_card_names_the_very_file(string reference)
    {
        string name = reference.Split('@')[0];
        string readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, $"{name}.README.md"));

        Assert.Contains(ShippedModel.Of(reference).Sha256.ToBareString(), readme, StringComparison.Ordinal);
        Assert.Contains($"{ShippedModel.Of(reference).Content.Length} bytes", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_8_bit_model_has_its_stated_error_and_betrays_itself_by_its_answers()
    {
        (double Volatility, double ValueAtRisk)[] coarse = ModelAnswers.Of(ShippedModel.Of("volatility-int8@1.2"));
        ForecastErrors errors = ForecastErrors.Of(coarse.Select(answer => answer.Volatility));

        new ModelCard("volatility-int8").AssertStates("model", errors);
        Assert.Equal(0, coarse.Zip(Answers).Count(pair => pair.First == pair.Second));
    }

    private static double ValueAtRiskError()
    {
        IEnumerable<double> errors = HeldOutCase.All
            .Zip(Answers, (item, answer) => Math.Log(answer.ValueAtRisk / item.TrueValueAtRisk));
        return Math.Sqrt(errors.Average(error => error * error));
    }

    private static double ShareExceeded() =>
        HeldOutCase.All
            .Zip(Answers, (item, answer) => item.NextReturn < -answer.ValueAtRisk ? 1.0 : 0.0)
            .Average();
}
