using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A block holds a verifier's word that an answer is right, which earns it a reward.</summary>
/// <param name="Height">The block.</param>
/// <param name="Answer">The committed answer.</param>
/// <param name="Verifier">Who says that it has executed the question.</param>
/// <param name="Reward">Paid from the reward account.</param>
public sealed record AnswerCheckReported(long Height, Hash32 Answer, string Verifier, OpgAmount Reward) : Observation;
