namespace Simulator.Protocol.X402;

/// <summary>
/// One way to pay that a server accepts. Texts are kept as written, because they are echoed and compared as texts.
/// </summary>
/// <param name="Scheme"><c>exact</c>, <c>upto</c> or <c>batch-settlement</c>.</param>
/// <param name="Network">CAIP-2 id, at least three characters with a colon: <c>eip155:8453</c>.</param>
/// <param name="Asset">The token's address.</param>
/// <param name="Amount">Atomic units as a decimal text; for <c>upto</c> the maximum.</param>
/// <param name="PayTo">The recipient's address.</param>
/// <param name="MaxTimeoutSeconds">How long an authorisation may live; positive.</param>
/// <param name="Extra">Scheme-specific members, see <see cref="ExtraNames"/>.</param>
public sealed record PaymentRequirements(
    string Scheme,
    string Network,
    string Asset,
    string Amount,
    string PayTo,
    int MaxTimeoutSeconds = X402Protocol.DefaultTimeoutSeconds,
    JsonText? Extra = null)
{
    /// <summary>A string member of <see cref="Extra"/>, or null.</summary>
    public string? ExtraText(string name) => Extra?.Member(name);

    internal static PaymentRequirements Read(JsonMembers members)
    {
        PaymentRequirements requirements = new(
            members.Text("scheme"),
            members.Text("network"),
            members.Text("asset"),
            members.Text("amount"),
            members.Text("payTo"),
            members.Integer("maxTimeoutSeconds", 1),
            members.OptionalFreeObject("extra"));
        if (requirements.Network.Length < 3 || !requirements.Network.Contains(':', StringComparison.Ordinal))
        {
            members.Refuse(ParseProblem.OutOfRange, "network");
        }

        return requirements;
    }

    internal void Write(JsonTextWriter writer, string? name) =>
        writer.Object(name)
            .Text("scheme", Scheme)
            .Text("network", Network)
            .Text("asset", Asset)
            .Text("amount", Amount)
            .Text("payTo", PayTo)
            .Integer("maxTimeoutSeconds", MaxTimeoutSeconds)
            .Free("extra", Extra)
            .End();
}
