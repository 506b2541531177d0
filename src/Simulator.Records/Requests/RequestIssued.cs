using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A user decided to ask. The start of a request's latency.</summary>
/// <param name="Request">The request.</param>
/// <param name="Group">The user's group.</param>
/// <param name="Node">Whom it asks first.</param>
/// <param name="Model">Name and version.</param>
/// <param name="Body">The canonical request bytes, for the receipt.</param>
public sealed record RequestIssued(RequestId Request, string Group, string Node, string Model, byte[]? Body = null) : Observation;
