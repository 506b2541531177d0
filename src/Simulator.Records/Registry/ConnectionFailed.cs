using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A client could not connect to the node that the registry named.</summary>
/// <param name="Request">The request that wanted the connection.</param>
/// <param name="Node">Whom it tried.</param>
/// <param name="Reason">Name of the failure.</param>
public sealed record ConnectionFailed(RequestId Request, string Node, string Reason) : Observation;
