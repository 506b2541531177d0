using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>What a server adds to a client's refund before it hands it to the facilitator.</summary>
/// <param name="RefundNonce">The channel's current one.</param>
/// <param name="Claims">Claimed before the refund, so that only unspent money goes back; may be empty.</param>
/// <param name="RefundAuthorizerSignature">Null when the facilitator is the receiver's authorizer.</param>
/// <param name="ClaimAuthorizerSignature">Likewise, over the claims.</param>
public sealed record RefundOrder(
    UInt256 RefundNonce,
    IReadOnlyList<VoucherClaim> Claims,
    string? RefundAuthorizerSignature = null,
    string? ClaimAuthorizerSignature = null)
{
    private const string NonceMember = "refundNonce";

    /// <summary>Null for a refund as the client sends it.</summary>
    internal static RefundOrder? ReadFrom(JsonMembers members) => members.Has(NonceMember)
        ? new RefundOrder(
            members.Number(NonceMember),
            ChannelJson.ReadClaims(members, 0),
            members.OptionalText("refundAuthorizerSignature"),
            members.OptionalText("claimAuthorizerSignature"))
        : null;

    internal void Write(JsonTextWriter writer)
    {
        writer.Number(NonceMember, RefundNonce);
        ChannelJson.WriteClaims(writer, Claims);
        writer.OptionalText("refundAuthorizerSignature", RefundAuthorizerSignature)
            .OptionalText("claimAuthorizerSignature", ClaimAuthorizerSignature);
    }
}
