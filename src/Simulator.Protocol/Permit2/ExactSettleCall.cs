using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Permit2;

/// <summary>
/// The exact proxy's <c>settle</c>, or <c>settleWithPermit</c> when a permit comes along. Takes the whole permitted
/// amount.
/// </summary>
/// <param name="Target">The proxy.</param>
/// <param name="Authorization">What the payer signed, without a facilitator.</param>
/// <param name="Signature">The payer's.</param>
/// <param name="Permit">The payer's allowance for Permit2, if it has none yet.</param>
public sealed record ExactSettleCall(
    Address Target, Permit2Authorization Authorization, byte[] Signature, SponsoredPermit? Permit = null)
    : ContractCall(Target)
{
    private const string Arguments = "((address,uint256),uint256,uint256),address,(address,uint256),bytes)";

    public static readonly Selector Function = Selector.Of("settle(" + Arguments);

    public static readonly Selector FunctionWithPermit =
        Selector.Of("settleWithPermit((uint256,uint256,bytes32,bytes32,uint8)," + Arguments);

    public override Selector Selector => Permit is null ? Function : FunctionWithPermit;

    internal static ExactSettleCall Read(Address target, ref AbiReader arguments) => Read(target, null, ref arguments);

    internal static ExactSettleCall ReadWithPermit(Address target, ref AbiReader arguments) =>
        Read(target, SponsoredPermit.Read(ref arguments), ref arguments);

    protected override void WriteArguments(AbiWriter writer)
    {
        Permit?.Write(writer);
        PermitArguments.Write(writer, Authorization);
        writer.Address(Authorization.From)
            .Address(Authorization.Witness.To)
            .Number(Authorization.Witness.ValidAfter)
            .Bytes(Signature);
    }

    private static ExactSettleCall Read(Address target, SponsoredPermit? permit, ref AbiReader arguments)
    {
        PermitArguments permitted = PermitArguments.Read(ref arguments);
        Address owner = arguments.Address();
        Permit2Witness witness = new(arguments.Address(), null, arguments.Number());
        return new(target, permitted.With(owner, target, witness), arguments.Bytes(), permit);
    }
}
