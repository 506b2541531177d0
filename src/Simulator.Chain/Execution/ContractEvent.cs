using System.Text;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Execution;

/// <summary>What a contract says happened; nothing of it is left when the call reverts.</summary>
public abstract record ContractEvent
{
    /// <summary>Canonical Solidity signature, such as <c>Transfer(address,address,uint256)</c>.</summary>
    public abstract string Signature { get; }

    /// <summary>The first topic of the log: Keccak-256 of the signature.</summary>
    public Hash32 Topic => Keccak256.Hash(Encoding.ASCII.GetBytes(Signature));
}
