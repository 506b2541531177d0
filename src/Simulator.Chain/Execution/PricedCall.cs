using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Execution;

/// <summary>A call of one of the network's own contracts, which knows what its execution costs.</summary>
/// <param name="Target">The contract.</param>
public abstract record PricedCall(Address Target) : ContractCall(Target)
{
    /// <summary>
    /// Gas of the execution itself, beyond the transaction's intrinsic gas; see <see cref="GasTable"/>.
    /// </summary>
    public abstract ulong Gas { get; }
}
