using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>What a user asks of the answer to a request, where it is not an enclave's signature.</summary>
/// <param name="Request">The request.</param>
/// <param name="Mode"><c>vanilla</c>, <c>reexecute</c> or <c>zk</c>.</param>
public sealed record VerificationAsked(RequestId Request, string Mode) : Observation;
