using Simulator.Chain.Execution;
using Simulator.Chain.Permit2;
using Simulator.Chain.Token;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Chain.Proxies;

/// <summary>What both x402 proxies share: the last checks, and the call of Permit2 with the payer's witness.</summary>
public abstract class PermitProxy : Contract
{
    private readonly Permit2Contract permit2;

    private protected PermitProxy(ContractMachine machine, Address address, Permit2Contract permit2)
        : base(machine, address) => this.permit2 = permit2;

    /// <summary>The view <c>PERMIT2()</c>.</summary>
    public Address Permit2Address => permit2.Address;

    public override byte[]? Answer(ContractCall call) =>
        call is ProxyPermit2Call ? new AbiWriter().Address(Permit2Address).ToArray() : null;

    private protected Revert? Settle(
        in CallContext context, PermitWitnessTransferFromCall transfer, UInt256 validAfter, ContractEvent settled)
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

    /// <summary>
    /// Uses the payer's approval by signature. Its failure is an event: the allowance may be there already.
    /// </summary>
    private protected Revert? Approve(in CallContext context, SponsoredPermit approval, Permit2Authorization terms)
    {
        if (approval.Value != terms.Amount)
        {
            return new Revert(ProxyErrors.Permit2612AmountMismatch);
        }

        if (Machine.Find(terms.Token) is not IErc20 token)
        {
            return SolidityErrors.Bare();
        }

        CallContext inner = context.From(Address);
        PermitCall call = new(
            terms.Token, terms.From, permit2.Address, approval.Value, approval.Deadline, approval.Signature);
        if (Machine.Try(() => token.Permit(inner, call)) is { } failure)
        {
            Emit(Eip2612PermitFailed.Of(terms.Token, terms.From, failure));
        }

        return null;
    }

    /// <summary>The call of Permit2; the spender is whoever calls it, never what a caller claims.</summary>
    private protected PermitWitnessTransferFromCall Transfer(
        Permit2Authorization terms,
        Permit2Witness witness,
        UInt256 amount,
        string witnessTypeString,
        byte[] signature) =>
        new(
            permit2.Address,
            terms.Token,
            terms.Amount,
            terms.Nonce,
            terms.Deadline,
            witness.To,
            amount,
            terms.From,
            Permit2TypedData.WitnessHash(witness),
            witnessTypeString,
            signature);
}
