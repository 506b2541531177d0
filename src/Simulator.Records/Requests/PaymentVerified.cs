using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A gateway received a facilitator's word on an authorisation.</summary>
/// <param name="Request">The request it came with.</param>
/// <param name="Facilitator">Actor name.</param>
/// <param name="Refusal">The protocol's error name, or null when the authorisation is good.</param>
/// <param name="Payment">The PAYMENT-SIGNATURE header, for the receipt.</param>
public sealed record PaymentVerified(RequestId Request, string Facilitator, string? Refusal, string? Payment = null) : Observation;
