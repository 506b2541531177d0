namespace Simulator.Protocol.Pricing;

/// <summary>What one token of a model costs. Unit: USD per token; not negative.</summary>
/// <param name="Model">The name requests use, lower case.</param>
/// <param name="UsdPerInputToken">For a prompt token.</param>
/// <param name="UsdPerOutputToken">For a completion token.</param>
public sealed record ModelPrice(string Model, decimal UsdPerInputToken, decimal UsdPerOutputToken)
{
    /// <summary>Other names the gateway knows the model by.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>
    /// The temperature the gateway runs the model with whatever was asked for; the request hash keeps the asked one.
    /// </summary>
    public double? ForcedTemperature { get; init; }
}
