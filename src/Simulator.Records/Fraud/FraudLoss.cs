using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>What a fraud cost somebody else: money that moved for nothing, or work done and never paid.</summary>
/// <param name="Subject">As in <see cref="FraudAttempted.Subject"/>; a subject may have several losses, which add up.</param>
/// <param name="Victim">Member that bears it.</param>
/// <param name="Amount">OPG; at prices and costs of the scenario.</param>
public sealed record FraudLoss(string Subject, string Victim, OpgAmount Amount) : Observation;
