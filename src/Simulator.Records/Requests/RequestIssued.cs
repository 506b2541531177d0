using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A user decided to ask. The start of a request's latency.</summary>
public sealed record RequestIssued(RequestId Request, string Group, string Node, string Model) : Observation;
