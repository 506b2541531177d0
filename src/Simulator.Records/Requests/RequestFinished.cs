using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A request reached its final state.</summary>
/// <param name="Request">The request.</param>
/// <param name="Fate">How it ended.</param>
/// <param name="Reason">Name of the refusal or rejection; null when accepted or timed out.</param>
public sealed record RequestFinished(RequestId Request, RequestFate Fate, string? Reason) : Observation;
