namespace Simulator.Scenarios.Claims;

/// <summary>A value of the model together with its ground.</summary>
/// <param name="What">What the value is.</param>
/// <param name="Value">With its unit.</param>
/// <param name="Changing">The key that changes it; null for what this version keeps fixed.</param>
internal sealed record ClaimedValue(Claim Claim, string What, string Value, string? Changing);
