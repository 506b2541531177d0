namespace Simulator.Protocol.X402;

/// <summary>A facilitator's opinion of a payment.</summary>
/// <param name="IsValid">Whether it could be settled now.</param>
/// <param name="InvalidReason">The name of the first failed check; see <see cref="PaymentError"/>.</param>
/// <param name="InvalidMessage">Free text, only some failures have one.</param>
/// <param name="Payer">Whose money; empty when the payload has no readable payer.</param>
/// <param name="Extensions">Extension answers.</param>
/// <param name="Extra">Channel state of <c>batch-settlement</c>.</param>
public sealed record VerifyResponse(
    bool IsValid,
    string? InvalidReason = null,
    string? InvalidMessage = null,
    string? Payer = null,
    JsonText? Extensions = null,
    JsonText? Extra = null)
{
    public static Parsed<VerifyResponse> FromJson(ReadOnlyMemory<byte> utf8) => BoundedJson.Read(utf8, Read);

    public string ToJson() =>
        new JsonTextWriter().Object()
            .Boolean("isValid", IsValid)
            .OptionalText("invalidReason", InvalidReason)
            .OptionalText("invalidMessage", InvalidMessage)
            .OptionalText("payer", Payer)
            .Free("extensions", Extensions)
            .Free("extra", Extra)
            .End()
            .ToString();

    internal static VerifyResponse Read(JsonMembers members) =>
        new(
            members.Boolean("isValid"),
            members.OptionalText("invalidReason"),
            members.OptionalText("invalidMessage"),
            members.OptionalText("payer"),
            members.OptionalFreeObject("extensions"),
            members.OptionalFreeObject("extra"));
}
