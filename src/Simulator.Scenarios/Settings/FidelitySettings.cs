namespace Simulator.Scenarios.Settings;

/// <summary>What is computed for real and what is only timed.</summary>
public sealed record FidelitySettings
{
    public required SignatureFidelity Signatures { get; init; }

    public required InferenceFidelity Inference { get; init; }
}
