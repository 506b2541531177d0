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
        ExactSettleCall { Permit: { } approval } c =>
            Approve(context, approval, c.Authorization) ?? Settle(context, c, new SettledWithPermit()),
        ExactSettleCall c => Settle(context, c, new Settled()),
        ProxyPermit2Call => null,
        _ => SolidityErrors.Bare(),
    };

    private Revert? Settle(in CallContext context, ExactSettleCall call, ContractEvent settled)
    {
        Permit2Authorization terms = call.Authorization;
        Permit2Witness witness = terms.Witness with { Facilitator = null };
        PermitWitnessTransferFromCall transfer = Transfer(
            terms, witness, terms.Amount, WitnessTypeString, call.Signature);
        return Settle(context.For(TransferCause.ExactSettlement), transfer, witness.ValidAfter, settled);
    }
}
