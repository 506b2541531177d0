using Simulator.Chain.Execution;
using Simulator.Chain.Permit2;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Chain.Proxies;

/// <summary>x402ExactPermit2Proxy: settles the whole permitted amount; anybody may call it.</summary>
public sealed class ExactPermit2Proxy(ContractMachine machine, Permit2Contract permit2)
    : PermitProxy(machine, Deployments.ExactProxy, permit2)
{
    private static readonly string WitnessTypeString =
        Permit2TypedData.WitnessTypeString(Permit2TypedData.ExactWitnessType);

    public override Revert? Execute(in CallContext context, ContractCall call) => call switch
    {
        ExactSettle c => Settle(context, c, new Settled()),
        ExactSettleWithPermit { Settlement: var c } outer =>
            Approve(context, outer.Approval, c.Permit, c.Owner) ?? Settle(context, c, new SettledWithPermit()),
        _ => SolidityErrors.Bare(),
    };

    private Revert? Settle(in CallContext context, ExactSettle call, ContractEvent settled)
    {
        Hash32 witness = Permit2TypedData.WitnessHash(new Permit2Witness(call.Witness.To, null, call.Witness.ValidAfter));
        PermitWitnessTransferFrom transfer = new(
            call.Permit, call.Witness.To, call.Permit.Amount, call.Owner, witness, WitnessTypeString, call.Proof);
        return Settle(context.For(TransferCause.ExactSettlement), transfer, call.Witness.ValidAfter, settled);
    }
}
