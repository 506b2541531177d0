using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>How requests are paid.</summary>
public sealed record PaymentSettings
{
    public required PaymentScheme Scheme { get; init; }

    /// <summary>What one authorisation allows at most; greater than zero.</summary>
    public required OpgAmount Max { get; init; }

    public required PaymentSettlement Settlement { get; init; }

    /// <summary>Life of an authorisation (x402 <c>maxTimeoutSeconds</c>); whole seconds, at least one.</summary>
    public required SimDuration Timeout { get; init; }

    /// <summary>A session without a request for this long is settled.</summary>
    public required SimDuration Idle { get; init; }
}
