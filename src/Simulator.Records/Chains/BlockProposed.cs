using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A proposer sent a block to everybody.</summary>
/// <param name="Chain">Name of the chain: <c>inference</c>.</param>
/// <param name="Height">Counted from 1.</param>
/// <param name="Round">Counted from 0 within the height.</param>
/// <param name="Block">Hash of the block.</param>
public sealed record BlockProposed(string Chain, long Height, int Round, Hash32 Block) : Observation;
