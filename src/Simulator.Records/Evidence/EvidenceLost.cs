using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A worker's process died: every job it held is gone, although some were already reported as done.</summary>
/// <param name="Worker">The worker.</param>
public sealed record EvidenceLost(string Worker) : Observation;
