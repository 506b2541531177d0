using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A gateway takes a request as paid, or trusts that it will be, and has it computed.</summary>
/// <param name="Request">The request.</param>
/// <param name="Gateway">Actor name.</param>
public sealed record RequestAdmitted(RequestId Request, string Gateway) : Observation;
