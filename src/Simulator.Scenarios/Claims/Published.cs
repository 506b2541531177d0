namespace Simulator.Scenarios.Claims;

/// <summary>The published states that values were taken from.</summary>
internal static class Published
{
    /// <summary>coinbase/x402 at dd927a2.</summary>
    public static readonly DateOnly X402 = new(2026, 4, 21);

    /// <summary>OpenGradient/tee-gateway at cb95a5c, and the session middleware that it uses.</summary>
    public static readonly DateOnly Gateway = new(2026, 4, 28);

    /// <summary>OpenGradient/inference-facilitator at f7a0cfc.</summary>
    public static readonly DateOnly Facilitator = new(2026, 7, 16);

    /// <summary>OpenGradient/OpenGradient-SDK at 0afa3f3, version 1.1.3.</summary>
    public static readonly DateOnly Sdk = new(2026, 7, 15);
}
