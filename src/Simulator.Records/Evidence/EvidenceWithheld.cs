using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A client wanted its answer private: the facilitator was told, and does nothing.</summary>
/// <param name="Request">The answered request.</param>
public sealed record EvidenceWithheld(RequestId Request) : Observation;
