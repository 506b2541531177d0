using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A chain appended a block.</summary>
/// <param name="Chain">Name of the chain: <c>payment</c>.</param>
/// <param name="Height">Counted from 0, the genesis block.</param>
/// <param name="UnixTime">Block time in seconds.</param>
/// <param name="Hash">Hash of the header.</param>
/// <param name="StateRoot">Commitment to the contract state after the block.</param>
/// <param name="Transactions">How many the block holds.</param>
/// <param name="TotalSupply">What the token contract says exists after the block.</param>
public sealed record BlockProduced(
    string Chain,
    long Height,
    long UnixTime,
    Hash32 Hash,
    Hash32 StateRoot,
    int Transactions,
    OpgAmount TotalSupply) : Observation;
