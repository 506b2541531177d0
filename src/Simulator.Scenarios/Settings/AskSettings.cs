namespace Simulator.Scenarios.Settings;

/// <summary>What a user asks for.</summary>
public sealed record AskSettings
{
    /// <summary>Model and version, <c>name@version</c>.</summary>
    public required string Model { get; init; }
}
