using Simulator.Chain.Execution;
using Simulator.Chain.Permit2;
using Simulator.Chain.Signatures;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Proxies;

/// <summary>x402UptoPermit2Proxy: the facilitator named in the witness settles at most the permitted amount.</summary>
public sealed class UptoPermit2Proxy(ContractMachine machine, Permit2Contract permit2)
    : PermitProxy(machine, Canonical, permit2)
{
    public static readonly Address Canonical = Address.Parse("0x4020A4f3b7b90ccA423B9fabCc0CE57C6C240002");

    public const string WitnessTypeString =
        "Witness witness)TokenPermissions(address token,uint256 amount)"
        + "Witness(address to,address facilitator,uint256 validAfter)";

    private static readonly Hash32 WitnessType =
        StructHash.TypeHash("Witness(address to,address facilitator,uint256 validAfter)");

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
        Hash32 witness = StructHash.Of(WitnessType, terms.To.ToWord(), terms.Facilitator.ToWord(), terms.ValidAfter);
        PermitWitnessTransferFrom transfer = new(
            call.Permit, terms.To, call.Amount, call.Owner, witness, WitnessTypeString, call.Proof);
        return Settle(context.For(TransferCause.UptoSettlement), transfer, terms.ValidAfter, settled);
    }
}
