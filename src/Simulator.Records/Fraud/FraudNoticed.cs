using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A party finds that something is wrong, whether or not anybody cheated; the first notice of a subject counts.</summary>
/// <param name="Subject">As in <see cref="FraudAttempted.Subject"/>.</param>
/// <param name="By">Who noticed: an actor's name.</param>
/// <param name="Means">How: the protocol's error name or the rule that was broken.</param>
public sealed record FraudNoticed(string Subject, string By, string Means) : Observation;
