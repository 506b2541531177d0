using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A served request's cost was added to a session, or did not fit and was served for nothing.</summary>
/// <param name="Session">Session id.</param>
/// <param name="Request">The served request.</param>
/// <param name="Cost">Its price.</param>
/// <param name="Accepted">False when the sum would have passed the signed maximum: nothing is charged.</param>
public sealed record SessionCharged(string Session, RequestId Request, OpgAmount Cost, bool Accepted) : Observation;
