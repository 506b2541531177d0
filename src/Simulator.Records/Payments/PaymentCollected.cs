using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A gateway has its money, or fails to get it, where it is paid otherwise than by sessions on authorisations.</summary>
/// <param name="Arrangement">The transfer, the credit or the channel, as in <see cref="CapitalHeld"/>.</param>
/// <param name="Gateway">Actor name.</param>
/// <param name="Payer">Owner of the tokens.</param>
/// <param name="Amount">What was collected; zero after a refusal.</param>
/// <param name="Answers">Answers that it pays for.</param>
/// <param name="ChargedAt">When the last of them was charged.</param>
/// <param name="Transaction">In which the money moved; null after a refusal.</param>
/// <param name="Refusal">The protocol's error name or the rule; null on success.</param>
public sealed record PaymentCollected(
    string Arrangement,
    string Gateway,
    Address Payer,
    OpgAmount Amount,
    long Answers,
    SimTime ChargedAt,
    Hash32? Transaction,
    string? Refusal) : Observation;
