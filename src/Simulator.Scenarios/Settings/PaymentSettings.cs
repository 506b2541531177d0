using Simulator.Actors.Gateways.Tills;
using Simulator.Actors.Network;
using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>How requests are paid.</summary>
public sealed record PaymentSettings
{
    public required PaymentMode Mode { get; init; }

    /// <summary>What one upto authorisation allows at most; greater than zero, no less than any price.</summary>
    public required OpgAmount Max { get; init; }

    /// <summary>Upto only; exact settles every request alone.</summary>
    public required PaymentSettlement Settlement { get; init; }

    /// <summary>Channel: between two batches of claims.</summary>
    public required SimDuration Claims { get; init; }

    /// <summary>Post-paid: what one user may owe one node.</summary>
    public required OpgAmount Credit { get; init; }

    /// <summary>Post-paid: between two invoices.</summary>
    public required SimDuration Invoice { get; init; }

    /// <summary>Post-paid: from an invoice until its user is cut off.</summary>
    public required SimDuration Due { get; init; }

    /// <summary>Which facilitator nodes offer to their clients.</summary>
    public required FacilitatorChoice FacilitatorChoice { get; init; }

    /// <summary>Life of an authorisation (x402 <c>maxTimeoutSeconds</c>).</summary>
    /// <remarks>Whole seconds, more than the margin of sessions.</remarks>
    public required SimDuration Timeout { get; init; }

    /// <summary>A session without a request for longer than this is settled; whole seconds, at least one.</summary>
    public required SimDuration Idle { get; init; }
}
