using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A job ended without its hashes on chain.</summary>
/// <param name="Job">Job id.</param>
/// <param name="Request">The answered request.</param>
/// <param name="Worker">The worker whose job it was.</param>
/// <param name="Reason">Name of the refusal or failure.</param>
/// <param name="Held">Jobs that the worker still holds.</param>
public sealed record EvidenceFailed(string Job, RequestId Request, string Worker, string Reason, int Held) : Observation;
