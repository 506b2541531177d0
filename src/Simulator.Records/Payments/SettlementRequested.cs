using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A gateway asked a facilitator to settle a session's accumulated cost.</summary>
public sealed record SettlementRequested(string Session, string Facilitator, OpgAmount Amount) : Observation;
