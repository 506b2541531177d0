namespace Simulator.Scenarios.Settings;

/// <summary>The chains of the world.</summary>
public sealed record ChainsSettings
{
    /// <summary>The chain that payments settle on.</summary>
    public required ChainSettings Payment { get; init; }

    /// <summary>The chain of registry, stake and evidence; null for a world whose nodes are known beforehand.</summary>
    public InferenceChainSettings? Inference { get; init; }
}
