using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A block holds a node's commitment to an answer.</summary>
/// <param name="Height">The block.</param>
/// <param name="Answer">Keccak-256 of the answer's name, <see cref="FraudSubjects.OfAnswer"/>.</param>
/// <param name="Node">Who committed it.</param>
/// <param name="Output">Keccak-256 of the output string.</param>
/// <param name="Due">Unix seconds after which it stands unless it is challenged.</param>
public sealed record AnswerPosted(long Height, Hash32 Answer, string Node, Hash32 Output, long Due) : Observation;
