using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Channels;

/// <summary>The settlement contract's <c>claim</c>, or <c>claimWithSignature</c> when the receiver's authorizer signed the batch.</summary>
/// <param name="Target">The contract.</param>
/// <param name="Claims">Rows.</param>
/// <param name="AuthorizerSignature">Null for a caller that may claim itself.</param>
public sealed record ChannelClaimCall(
    Address Target, IReadOnlyList<VoucherClaim> Claims, byte[]? AuthorizerSignature = null)
    : ContractCall(Target)
{
    private const string Rows = $"(({ConfigArguments.Type},uint128),bytes,uint128)[]";

    public static readonly Selector Function = Selector.Of($"claim({Rows})");

    public static readonly Selector FunctionWithSignature = Selector.Of($"claimWithSignature({Rows},bytes)");

    public override Selector Selector => AuthorizerSignature is null ? Function : FunctionWithSignature;

    internal static ChannelClaimCall Read(Address target, ref AbiReader arguments) =>
        new(target, ReadRows(ref arguments));

    internal static ChannelClaimCall ReadWithSignature(Address target, ref AbiReader arguments) =>
        new(target, ReadRows(ref arguments), arguments.Bytes());

    protected override void WriteArguments(AbiWriter writer)
    {
        writer.ListOfDynamic(
        [
            .. Claims.Select(claim => ConfigArguments.Write(new AbiWriter(), claim.Config)
                .Number(claim.MaxClaimableAmount)
                .Bytes(claim.Signature)
                .Number(claim.TotalClaimed)),
        ]);
        if (AuthorizerSignature is not null)
        {
            writer.Bytes(AuthorizerSignature);
        }
    }

    private static List<VoucherClaim> ReadRows(ref AbiReader arguments)
    {
        AbiReader rows = arguments.List(1, out int count);
        List<VoucherClaim> claims = [];
        for (int i = 0; i < count && rows.IsValid; i++)
        {
            AbiReader row = rows.Dynamic();
            claims.Add(new VoucherClaim(
                ConfigArguments.Read(ref row), row.Number(128).Low, row.Bytes(), row.Number(128).Low));
            rows.Require(row.IsValid);
        }

        arguments.Require(rows.IsValid);
        return claims;
    }
}
