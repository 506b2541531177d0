using Simulator.Chain.Execution;
using Simulator.Chain.Permit2;
using Simulator.Chain.Token;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Proxies;

/// <summary>What both x402 proxies share: the last checks, and the call of Permit2 with the payer's witness.</summary>
public abstract class PermitProxy : Contract
{
    private readonly Permit2Contract permit2;

    private protected PermitProxy(ContractMachine machine, Address address, Permit2Contract permit2)
        : base(machine, address) => this.permit2 = permit2;

    /// <summary>The view <c>PERMIT2()</c>.</summary>
    public Address Permit2Address => permit2.Address;

    private protected Revert? Settle(
        in CallContext context, PermitWitnessTransferFrom transfer, UInt256 validAfter, ContractEvent settled)
    {
        if (transfer.RequestedAmount.IsZero)
        {
            return new Revert(ProxyErrors.InvalidAmount);
        }

        if (transfer.Owner.IsZero)
        {
            return new Revert(ProxyErrors.InvalidOwner);
        }

        if (transfer.To.IsZero)
        {
            return new Revert(ProxyErrors.InvalidDestination);
        }

        if ((UInt256)context.Block.UnixTime < validAfter)
        {
            return new Revert(ProxyErrors.PaymentTooEarly);
        }

        if (permit2.PermitWitnessTransferFrom(context.From(Address), transfer) is { } refused)
        {
            return refused;
        }

        Emit(settled);
        return null;
    }

    /// <summary>Uses the payer's approval by signature. Its failure is an event: the allowance may be there already.</summary>
    private protected Revert? Approve(in CallContext context, Eip2612Permit approval, PermittedTransfer permit, Address owner)
    {
        if (approval.Value != permit.Amount)
        {
            return new Revert(ProxyErrors.Permit2612AmountMismatch);
        }

        if (Machine.Find(permit.Token) is not IErc20 token)
        {
            return SolidityErrors.Bare();
        }

        CallContext inner = context.From(Address);
        Permit call = new(owner, permit2.Address, approval.Value, approval.Deadline, approval.Proof);
        if (Machine.Try(() => token.Permit(inner, call)) is { } failure)
        {
            Emit(Failed(permit.Token, owner, failure));
        }

        return null;
    }

    private static ContractEvent Failed(Address token, Address owner, Revert failure)
    {
        if (ReferenceEquals(failure.Error, SolidityErrors.Error))
        {
            return new Eip2612PermitFailedWithReason(token, owner, failure.Text!);
        }

        return ReferenceEquals(failure.Error, SolidityErrors.Panic)
            ? new Eip2612PermitFailedWithPanic(token, owner, failure.First)
            : new Eip2612PermitFailedWithData(token, owner, failure.Encode());
    }
}
