using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>The gateway answered 402; the user read its requirements.</summary>
public sealed record PaymentChallenged(RequestId Request, OpgAmount Maximum) : Observation;
