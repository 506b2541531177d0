using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Channels;

/// <summary>The receiver's side claims on vouchers.</summary>
public sealed record ClaimCall(Address Target, IReadOnlyList<VoucherClaim> Claims) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of(
        "claim((((address,address,address,address,address,uint40,bytes32),uint128),bytes,uint128)[])");

    public override Selector Selector => Function;

    public override ulong Gas => (ulong)Claims.Count * GasTable.ChannelClaimRow;

    internal static ClaimCall? Read(Address target, ref AbiReader arguments)
    {
        return VoucherClaim.ReadList(ref arguments) is { } claims ? new(target, claims) : null;
    }

    protected override void WriteArguments(AbiWriter writer) =>
        writer.ListOfDynamic([.. Claims.Select(claim => claim.ToAbi())]);
}

/// <summary>Claims that the receivers' common authorizer signed; anybody may hand them in.</summary>
public sealed record ClaimWithSignatureCall(
    Address Target,
    IReadOnlyList<VoucherClaim> Claims,
    byte[] Signature) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of(
        "claimWithSignature((((address,address,address,address,addres"
        + "s,uint40,bytes32),uint128),bytes,uint128)[],bytes)");

    public override Selector Selector => Function;

    public override ulong Gas => (ulong)Claims.Count * GasTable.ChannelClaimRow;

    internal static ClaimWithSignatureCall? Read(Address target, ref AbiReader arguments)
    {
        return VoucherClaim.ReadList(ref arguments) is { } claims ? new(target, claims, arguments.Bytes()) : null;
    }

    protected override void WriteArguments(AbiWriter writer) =>
        writer.ListOfDynamic([.. Claims.Select(claim => claim.ToAbi())]).Bytes(Signature);
}
