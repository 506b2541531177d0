using Simulator.Chain.Execution;
using Simulator.Chain.Permit2;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Chain.Proxies;

/// <summary>x402UptoPermit2Proxy: the facilitator named in the witness settles at most the permitted amount.</summary>
public sealed class UptoPermit2Proxy(ContractMachine machine, Permit2Contract permit2)
    : PermitProxy(machine, Deployments.UptoProxy, permit2)
{
    private static readonly string WitnessTypeString =
        Permit2TypedData.WitnessTypeString(Permit2TypedData.UptoWitnessType);

    public override Revert? Execute(in CallContext context, ContractCall call) => call switch
    {
        UptoSettle c => CheckCaller(context, c) ?? Settle(context, c, new Settled()),
        UptoSettleWithPermit { Settlement: var c } outer =>
            CheckCaller(context, c)
            ?? Approve(context, outer.Approval, c.Permit, c.Owner)
            ?? Settle(context, c, new SettledWithPermit()),
        _ => SolidityErrors.Bare(),
    };

    private static Revert? CheckCaller(in CallContext context, UptoSettle call)
    {
        if (call.Amount > call.Permit.Amount)
        {
            return new Revert(ProxyErrors.AmountExceedsPermitted);
        }

        return context.Sender == call.Witness.Facilitator ? null : new Revert(ProxyErrors.UnauthorizedFacilitator);
    }

    private Revert? Settle(in CallContext context, UptoSettle call, ContractEvent settled)
    {
        UptoWitness terms = call.Witness;
        Hash32 witness = Permit2TypedData.WitnessHash(
            new Permit2Witness(terms.To, terms.Facilitator, terms.ValidAfter));
        PermitWitnessTransferFrom transfer = new(
            call.Permit, terms.To, call.Amount, call.Owner, witness, WitnessTypeString, call.Proof);
        return Settle(context.For(TransferCause.UptoSettlement), transfer, terms.ValidAfter, settled);
    }
}
