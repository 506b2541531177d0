using System.Text.Json;

namespace Simulator.Inference.Tests.Models;

/// <summary>The figures a model's card states.</summary>
internal sealed class ModelCard(string model)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "models");

    private readonly JsonElement card =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, model, "model.json"))).RootElement;

    public double HeldOut(string forecast, string measure) =>
        card.GetProperty("errors").GetProperty("heldout.csv").GetProperty(forecast).GetProperty(measure).GetDouble();

    public void AssertStates(string forecast, ForecastErrors errors)
    {
        // Stated with four decimals.
        Assert.Equal(HeldOut(forecast, "relative_rmse"), errors.Relative, 1e-4);
        Assert.Equal(HeldOut(forecast, "log_rmse"), errors.Log, 1e-4);
        Assert.Equal(HeldOut(forecast, "qlike"), errors.Qlike, 1e-4);
    }
}
