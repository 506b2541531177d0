using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A facilitator made no job of what a gateway reported.</summary>
/// <param name="Request">The answered request.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Error">The facilitator's message.</param>
public sealed record EvidenceRefused(RequestId Request, ushort Status, string Error) : Observation;
