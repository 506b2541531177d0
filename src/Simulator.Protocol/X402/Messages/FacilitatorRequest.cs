namespace Simulator.Protocol.X402;

/// <summary>The body of <c>POST /verify</c> and <c>POST /settle</c>.</summary>
/// <param name="Payload">The client's payment.</param>
/// <param name="Requirements">The server's own requirements; for <c>/settle</c> with the amount that is due.</param>
/// <param name="UsageMetadata">The network's extension of <c>/settle</c>: what the amount was for.</param>
public sealed record FacilitatorRequest(
    PaymentPayload Payload, PaymentRequirements Requirements, UsageMetadata? UsageMetadata = null)
{
    public int X402Version { get; init; } = X402Protocol.Version;

    public static Parsed<FacilitatorRequest> FromJson(ReadOnlyMemory<byte> utf8) => BoundedJson.Read(utf8, Read);

    public string ToJson()
    {
        JsonTextWriter writer = new();
        writer.Object().Integer("x402Version", X402Version);
        Payload.WriteAsServer(writer, "paymentPayload");
        Requirements.Write(writer, "paymentRequirements");
        UsageMetadata?.Write(writer);
        return writer.End().ToString();
    }

    internal static FacilitatorRequest Read(JsonMembers members)
    {
        // The facilitator itself reads only the two objects; the version beside them may be missing.
        int version = members.Has("x402Version") ? members.Integer("x402Version", 1) : X402Protocol.Version;
        return new FacilitatorRequest(
            PaymentPayload.Read(members.Object("paymentPayload")),
            PaymentRequirements.Read(members.Object("paymentRequirements")),
            members.OptionalObject("usageMetadata") is { } usage ? UsageMetadata.From(usage) : null)
        {
            X402Version = version,
        };
    }
}
