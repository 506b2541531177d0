namespace Simulator.Protocol.X402;

/// <summary>What became of a settlement.</summary>
/// <param name="Success">Whether the money moved, or nothing was due.</param>
/// <param name="Transaction">The transaction's hash; empty on failure and when nothing was due.</param>
/// <param name="Network">CAIP-2 id.</param>
/// <param name="ErrorReason">The name of the failure; see <see cref="PaymentError"/>.</param>
/// <param name="ErrorMessage">Free text, only some failures have one.</param>
/// <param name="Payer">Whose money.</param>
/// <param name="Amount">
/// What was taken, atomic units; only from schemes where it may differ from the requirement.
/// </param>
/// <param name="Extensions">Extension answers.</param>
/// <param name="Extra">Channel state of <c>batch-settlement</c>.</param>
public sealed record SettleResponse(
    bool Success,
    string Transaction,
    string Network,
    string? ErrorReason = null,
    string? ErrorMessage = null,
    string? Payer = null,
    string? Amount = null,
    JsonText? Extensions = null,
    JsonText? Extra = null)
{
    /// <param name="header">The value of a <c>PAYMENT-RESPONSE</c> header.</param>
    public static Parsed<SettleResponse> FromHeader(string header) => HeaderEncoding.Decode(header, Read);

    public static Parsed<SettleResponse> FromJson(ReadOnlyMemory<byte> utf8) => BoundedJson.Read(utf8, Read);

    public string ToHeader() => HeaderEncoding.Encode(Write(new JsonTextWriter()));

    public string ToJson() => Write(new JsonTextWriter()).ToString();

    internal static SettleResponse Read(JsonMembers members) =>
        new(
            members.Boolean("success"),
            members.Text("transaction"),
            members.Text("network"),
            members.OptionalText("errorReason"),
            members.OptionalText("errorMessage"),
            members.OptionalText("payer"),
            members.OptionalText("amount"),
            members.OptionalFreeObject("extensions"),
            members.OptionalFreeObject("extra"));

    private JsonTextWriter Write(JsonTextWriter writer) =>
        writer.Object()
            .Boolean("success", Success)
            .OptionalText("errorReason", ErrorReason)
            .OptionalText("errorMessage", ErrorMessage)
            .OptionalText("payer", Payer)
            .Text("transaction", Transaction)
            .Text("network", Network)
            .OptionalText("amount", Amount)
            .Free("extensions", Extensions)
            .Free("extra", Extra)
            .End();
}
