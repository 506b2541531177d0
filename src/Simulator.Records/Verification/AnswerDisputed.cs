using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A block holds a verifier's challenge of an answer.</summary>
/// <param name="Height">The block.</param>
/// <param name="Answer">The committed answer.</param>
/// <param name="Challenger">Who says that it is wrong.</param>
public sealed record AnswerDisputed(long Height, Hash32 Answer, string Challenger) : Observation;
