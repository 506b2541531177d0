using Simulator.Chain.Execution;
using Simulator.Chain.Permit2;
using Simulator.Chain.Signatures;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Proxies;

/// <summary>x402ExactPermit2Proxy: settles the whole permitted amount; anybody may call it.</summary>
public sealed class ExactPermit2Proxy(ContractMachine machine, Permit2Contract permit2)
    : PermitProxy(machine, Canonical, permit2)
{
    public static readonly Address Canonical = Address.Parse("0x402085c248EeA27D92E8b30b2C58ed07f9E20001");

    public const string WitnessTypeString =
        "Witness witness)TokenPermissions(address token,uint256 amount)Witness(address to,uint256 validAfter)";

    private static readonly Hash32 WitnessType = StructHash.TypeHash("Witness(address to,uint256 validAfter)");

    public override Revert? Execute(in CallContext context, ContractCall call) => call switch
    {
        ExactSettle c => Settle(context, c, new Settled()),
        ExactSettleWithPermit { Settlement: var c } outer =>
            Approve(context, outer.Approval, c.Permit, c.Owner) ?? Settle(context, c, new SettledWithPermit()),
        _ => SolidityErrors.Bare(),
    };

    private Revert? Settle(in CallContext context, ExactSettle call, ContractEvent settled)
    {
        Hash32 witness = StructHash.Of(WitnessType, call.Witness.To.ToWord(), call.Witness.ValidAfter);
        PermitWitnessTransferFrom transfer = new(
            call.Permit, call.Witness.To, call.Permit.Amount, call.Owner, witness, WitnessTypeString, call.Proof);
        return Settle(context.For(TransferCause.ExactSettlement), transfer, call.Witness.ValidAfter, settled);
    }
}
