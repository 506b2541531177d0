using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>The payload of <c>exact</c> by EIP-3009, its default transfer method.</summary>
/// <param name="Signature">As sent; see <see cref="Permit2Payload"/>.</param>
/// <param name="Authorization">What was signed.</param>
public sealed record Eip3009Payload(string Signature, TransferAuthorization Authorization) : SchemePayload
{
    internal const string MemberName = "authorization";

    internal static Eip3009Payload ReadFrom(JsonMembers members)
    {
        string signature = members.Text("signature");
        JsonMembers authorization = members.Object(MemberName);
        return new Eip3009Payload(
            signature,
            new TransferAuthorization(
                authorization.Address("from"),
                authorization.Address("to"),
                authorization.Number("value"),
                authorization.Number("validAfter"),
                authorization.Number("validBefore"),
                authorization.Hash("nonce")));
    }

    internal override void Write(JsonTextWriter writer, string name) =>
        writer.Object(name).Text("signature", Signature).Object(MemberName)
            .Address("from", Authorization.From)
            .Address("to", Authorization.To)
            .Number("value", Authorization.Value)
            .Number("validAfter", Authorization.ValidAfter)
            .Number("validBefore", Authorization.ValidBefore)
            .Text("nonce", Authorization.Nonce.ToString())
            .End().End();
}
