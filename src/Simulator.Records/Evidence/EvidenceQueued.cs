using Simulator.Primitives;
using Simulator.Protocol.Settlement;

namespace Simulator.Records;

/// <summary>A facilitator took the hashes of an answer as a job for one of its settlement workers.</summary>
/// <param name="Job">Job id; unique in the run.</param>
/// <param name="Request">The answered request.</param>
/// <param name="Worker">The worker whose job it is.</param>
/// <param name="Type">Batch or individual.</param>
/// <param name="Held">Jobs that the worker now holds, this one included.</param>
public sealed record EvidenceQueued(string Job, RequestId Request, string Worker, SettlementType Type, int Held)
    : Observation;
