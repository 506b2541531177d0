using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>How the question about an answer ended on chain.</summary>
/// <param name="Height">The block.</param>
/// <param name="Answer">The committed answer.</param>
/// <param name="Outcome">
/// <c>convicted</c>, <c>verified</c> (the accusation was false), <c>lapsed</c> (too few ruled) or <c>test</c> (wrong on
/// purpose).
/// </param>
public sealed record AnswerRuled(long Height, Hash32 Answer, string Outcome) : Observation;
