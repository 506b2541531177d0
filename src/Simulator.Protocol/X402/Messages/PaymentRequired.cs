namespace Simulator.Protocol.X402;

/// <summary>The server's answer to an unpaid request.</summary>
/// <param name="Resource">What is for sale.</param>
/// <param name="Accepts">The ways to pay, at least one.</param>
/// <param name="Error">Why the payment that came with the request, if any, was not taken.</param>
/// <param name="Extensions">Extension key → <c>{info, schema}</c>.</param>
public sealed record PaymentRequired(
    ResourceInfo Resource,
    IReadOnlyList<PaymentRequirements> Accepts,
    string? Error = null,
    JsonText? Extensions = null)
{
    public int X402Version { get; init; } = X402Protocol.Version;

    /// <param name="header">The value of a <c>PAYMENT-REQUIRED</c> header.</param>
    public static Parsed<PaymentRequired> FromHeader(string header) => HeaderEncoding.Decode(header, Read);

    public static Parsed<PaymentRequired> FromJson(ReadOnlyMemory<byte> utf8) => BoundedJson.Read(utf8, Read);

    public string ToHeader() => HeaderEncoding.Encode(Write(new JsonTextWriter()));

    public string ToJson() => Write(new JsonTextWriter()).ToString();

    public bool Equals(PaymentRequired? other) =>
        other is not null
        && X402Version == other.X402Version
        && Resource == other.Resource
        && Accepts.SequenceEqual(other.Accepts)
        && Error == other.Error
        && Extensions == other.Extensions;

    public override int GetHashCode() => Accepts.Count;

    internal static PaymentRequired Read(JsonMembers members)
    {
        int version = members.Integer("x402Version", 1);
        string? error = members.OptionalText("error");
        ResourceInfo resource = ResourceInfo.Read(members.Object("resource"));
        IReadOnlyList<PaymentRequirements> accepts = members.List("accepts", 1, PaymentRequirements.Read);
        return new PaymentRequired(resource, accepts, error, members.OptionalFreeObject("extensions"))
        {
            X402Version = version,
        };
    }

    internal JsonTextWriter Write(JsonTextWriter writer)
    {
        writer.Object().Integer("x402Version", X402Version).OptionalText("error", Error);
        Resource.Write(writer, "resource");
        writer.List("accepts");
        foreach (PaymentRequirements requirements in Accepts)
        {
            requirements.Write(writer, null);
        }

        return writer.EndList().Free("extensions", Extensions).End();
    }
}
