namespace Simulator.Chain.Execution;

/// <summary>Decoded calldata: which function of a contract is called, with its typed arguments.</summary>
public abstract record ContractCall
{
    /// <summary>Canonical Solidity signature, such as <c>transfer(address,uint256)</c>.</summary>
    public abstract string Signature { get; }

    /// <summary>Gas of the execution itself, beyond the transaction's intrinsic gas; see <see cref="GasTable"/>.</summary>
    public abstract ulong Gas { get; }
}
