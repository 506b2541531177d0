using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Execution;

/// <summary>
/// An event with the contract that emitted it and the index of its transaction (−1: the block itself).
/// </summary>
public sealed record ContractLog(Address Contract, ContractEvent Event, int Transaction);
