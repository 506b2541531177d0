using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A facilitator's settlement job ended.</summary>
/// <param name="Session">Session id.</param>
/// <param name="Facilitator">Actor name.</param>
/// <param name="Amount">What moved; zero when nothing did.</param>
/// <param name="Transaction">Transaction hash, or null when nothing was broadcast.</param>
/// <param name="Refusal">The protocol's error name, or null on success.</param>
public sealed record SettlementFinished(
    string Session,
    string Facilitator,
    OpgAmount Amount,
    Hash32? Transaction,
    string? Refusal) : Observation;
