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
        UptoSettleCall { Permit: { } approval } c =>
            CheckCaller(context, c)
            ?? Approve(context, approval, c.Authorization)
            ?? Settle(context, c, new SettledWithPermit()),
        UptoSettleCall c => CheckCaller(context, c) ?? Settle(context, c, new Settled()),
        ProxyPermit2Call => null,
        _ => SolidityErrors.Bare(),
    };

    private static Address FacilitatorOf(UptoSettleCall call) => call.Authorization.Witness.Facilitator ?? Address.Zero;

    private static Revert? CheckCaller(in CallContext context, UptoSettleCall call)
    {
        if (call.Amount > call.Authorization.Amount)
        {
            return new Revert(ProxyErrors.AmountExceedsPermitted);
        }

        return context.Sender == FacilitatorOf(call) ? null : new Revert(ProxyErrors.UnauthorizedFacilitator);
    }

    private Revert? Settle(in CallContext context, UptoSettleCall call, ContractEvent settled)
    {
        Permit2Authorization terms = call.Authorization;
        Permit2Witness witness = terms.Witness with { Facilitator = FacilitatorOf(call) };
        PermitWitnessTransferFromCall transfer = Transfer(
            terms, witness, call.Amount, WitnessTypeString, call.Signature);
        return Settle(context.For(TransferCause.UptoSettlement), transfer, witness.ValidAfter, settled);
    }
}
