using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A transaction took its place in a block.</summary>
/// <param name="Chain">Name of the chain.</param>
/// <param name="Height">Block height.</param>
/// <param name="Transaction">Transaction hash.</param>
/// <param name="Sender">Recovered sender.</param>
/// <param name="Method">Contract and method: <c>UptoProxy.settle</c>.</param>
/// <param name="GasUsed">Gas.</param>
/// <param name="Revert">Name of the contract's error, or null on success.</param>
/// <param name="Raw">The signed transaction as it was broadcast, for the receipt.</param>
/// <param name="Fee">What the sender paid for it, in wei: base fee and priority fee.</param>
public sealed record TransactionExecuted(
    string Chain,
    long Height,
    Hash32 Transaction,
    Address Sender,
    string Method,
    long GasUsed,
    string? Revert,
    byte[]? Raw = null,
    UInt128 Fee = default) : Observation;
