using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A user holds an answer that nothing vouches for but the name of who gave it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Provider">Actor name of a declared platform.</param>
/// <param name="Price">What it will be charged; the user may learn that later, or never.</param>
public sealed record AnswerTakenOnTrust(RequestId Request, string Provider, OpgAmount Price) : Observation;
