using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Blocks;

/// <summary>The rules of one chain.</summary>
public sealed record ChainSettings
{
    /// <summary>EIP-155 chain id.</summary>
    public required ulong ChainId { get; init; }

    /// <summary>How many blocks a reorganisation can take back.</summary>
    public int UndoDepth { get; init; } = 64;

    /// <summary>Most gas the transactions of one block may be allowed together.</summary>
    public ulong BlockGasLimit { get; init; } = 60_000_000;

    /// <summary>
    /// Base fee of the first block in wei per gas; zero switches the fee market off (OG-EVM's NoBaseFee).
    /// </summary>
    public UInt128 InitialBaseFee { get; init; }

    /// <summary>Who receives the priority fees; the base fee is burned.</summary>
    public Address FeeRecipient { get; init; } = Address.Parse("0x4200000000000000000000000000000000000011");

    /// <summary>Bugs planted by a negative scenario.</summary>
    public ContractFlaws Flaws { get; init; }

    /// <summary>How long a used nonce is remembered after its deadline, in seconds.</summary>
    public ulong KeepUsedSeconds { get; init; } = 3600;
}
