using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Execution;

/// <summary>A contract at an address: state tables and functions that succeed or revert by name.</summary>
/// <remarks>
/// A function returns null for success. It may change state before it reverts: whoever made the call takes the
/// changes back, by <see cref="ContractMachine.Call"/> at the top and by <see cref="ContractMachine.Try"/> in between.
/// </remarks>
public abstract class Contract
{
    protected Contract(ContractMachine machine, Address address)
    {
        Invariant.That(!address.IsZero);
        Machine = machine;
        Address = address;
    }

    public Address Address { get; }

    protected ContractMachine Machine { get; }

    /// <summary>The typed call that calldata stands for; null when no function of this contract matches.</summary>
    public virtual ContractCall? Decode(ReadOnlySpan<byte> callData) =>
        ContractCalls.TryDecode(Address, callData, out ContractCall? call) ? call : null;

    /// <summary>
    /// Runs a function of this contract; a call that is not one of its functions reverts without data.
    /// </summary>
    public abstract Revert? Execute(in CallContext context, ContractCall call);

    /// <summary>The ABI-encoded answer of a view; null for a call that is none of this contract's.</summary>
    public virtual byte[]? Answer(ContractCall call) => null;

    /// <summary>As above, for views that depend on the block they are read at.</summary>
    public virtual byte[]? Answer(in BlockContext block, ContractCall call) => Answer(call);

    /// <summary>What the contract does at the start of every block, before any transaction. It cannot fail.</summary>
    internal virtual void BeginBlock(in BlockContext block)
    {
    }

    protected void Emit(ContractEvent happened) => Machine.Emit(Address, happened);
}
