namespace Simulator.Scenarios.Settings;

/// <summary>The chains of the world.</summary>
public sealed record ChainsSettings
{
    /// <summary>The chain that payments settle on.</summary>
    public required ChainSettings Payment { get; init; }
}
