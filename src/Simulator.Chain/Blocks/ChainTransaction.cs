using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Blocks;

/// <summary>An EIP-1559 transaction whose sender has been recovered and whose calldata has been decoded.</summary>
/// <remarks>A null call is a plain transfer of native coin, or calldata that no function of the contract matches.</remarks>
public sealed record ChainTransaction
{
    public required Hash32 Hash { get; init; }

    public required Address Sender { get; init; }

    public required ulong ChainId { get; init; }

    public required ulong Nonce { get; init; }

    /// <summary>Wei per gas, base fee included.</summary>
    public UInt128 MaxFeePerGas { get; init; }

    /// <summary>Wei per gas for the block's producer.</summary>
    public UInt128 MaxPriorityFeePerGas { get; init; }

    public required ulong GasLimit { get; init; }

    /// <summary>21,000 and the price of the calldata's bytes.</summary>
    public ulong IntrinsicGas { get; init; } = GasTable.Transaction;

    public required Address To { get; init; }

    /// <summary>Native coin to move, in wei.</summary>
    public UInt128 Value { get; init; }

    public ContractCall? Call { get; init; }
}
