using Simulator.Actors.Network;

namespace Simulator.Scenarios.Settings;

/// <summary>What a user asks for.</summary>
public sealed record AskSettings
{
    /// <summary>Model and version, <c>name@version</c>.</summary>
    public required string Model { get; init; }

    /// <summary>How the question reaches the network.</summary>
    public AskPath Path { get; init; } = AskPath.X402;

    /// <summary>The most tokens that a text model's answer may have.</summary>
    public int MaxTokens { get; init; } = 64;

    /// <summary>What makes the answer believed and paid for.</summary>
    public VerificationMode Mode { get; init; } = VerificationMode.Tee;
}
