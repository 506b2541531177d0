using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>Somebody cheats once. Said by the behaviour that does it: the ground truth, which no party of the network reads.</summary>
/// <param name="Fraud">Name in the catalogue of frauds: <c>cheaper_model</c>.</param>
/// <param name="Perpetrator">Member that cheats: <c>cheaters/2</c>.</param>
/// <param name="Group">Its group in the scenario.</param>
/// <param name="Subject">
/// What it cheats in, so that noticing and loss can be told apart: a request, a session, an authorisation's nonce, a block.
/// A second attempt in the same subject is the same attempt.
/// </param>
public sealed record FraudAttempted(string Fraud, string Perpetrator, string Group, string Subject) : Observation;
