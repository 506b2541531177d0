using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Execution;

/// <summary>Who calls, in which block, and for which purpose money would move.</summary>
/// <param name="Sender">The immediate caller, as <c>msg.sender</c>.</param>
/// <param name="Block">The block the call runs in.</param>
/// <param name="Cause">What an outer contract says this call is for; unset when an account calls directly.</param>
public readonly record struct CallContext(Address Sender, BlockContext Block, TransferCause Cause = TransferCause.Unset)
{
    /// <summary>The transaction the call runs in; null when it is only simulated, as by <c>eth_call</c>.</summary>
    public TransactionInput? Transaction { get; init; }

    /// <summary>The context of a call that <paramref name="contract"/> makes itself.</summary>
    public CallContext From(Address contract) => this with { Sender = contract };

    /// <summary>
    /// The outermost purpose wins: a proxy that calls Permit2 that calls the token settles a payment.
    /// </summary>
    public CallContext For(TransferCause cause) => Cause == TransferCause.Unset ? this with { Cause = cause } : this;
}
