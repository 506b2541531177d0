using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>What a server asks of the facilitator's <c>/settle</c>: to claim on vouchers it has collected.</summary>
/// <param name="Claims">At least one row.</param>
/// <param name="ClaimAuthorizerSignature">
/// The receiver authorizer's, over the batch of claims; null when the facilitator is that authorizer.
/// </param>
public sealed record ClaimPayload(IReadOnlyList<VoucherClaim> Claims, string? ClaimAuthorizerSignature = null)
    : SchemePayload
{
    internal const string Type = "claim";

    internal static ClaimPayload ReadFrom(JsonMembers members) =>
        new(ChannelJson.ReadClaims(members, 1), members.OptionalText("claimAuthorizerSignature"));

    internal override void Write(JsonTextWriter writer, string name)
    {
        writer.Object(name).Text(ChannelPayload.TypeMember, Type);
        ChannelJson.WriteClaims(writer, Claims);
        writer.OptionalText("claimAuthorizerSignature", ClaimAuthorizerSignature).End();
    }
}
