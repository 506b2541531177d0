namespace Simulator.Protocol.X402;

/// <summary>A client's payment: a signed, scheme-specific payload and the requirements it answers.</summary>
/// <param name="Payload">What was signed.</param>
/// <param name="Accepted">The chosen requirements, echoed as they came.</param>
/// <param name="Resource">Echo of what is paid for.</param>
/// <param name="Extensions">Echo of the server's extensions with the client's own information.</param>
public sealed record PaymentPayload(
    SchemePayload Payload,
    PaymentRequirements Accepted,
    ResourceInfo? Resource = null,
    JsonText? Extensions = null)
{
    public int X402Version { get; init; } = X402Protocol.Version;

    /// <param name="header">The value of a <c>PAYMENT-SIGNATURE</c> header.</param>
    public static Parsed<PaymentPayload> FromHeader(string header) => HeaderEncoding.Decode(header, Read);

    public static Parsed<PaymentPayload> FromJson(ReadOnlyMemory<byte> utf8) => BoundedJson.Read(utf8, Read);

    /// <summary>The <c>PAYMENT-SIGNATURE</c> header.</summary>
    public string ToHeader() => HeaderEncoding.Encode(WriteAsClient(new JsonTextWriter()));

    /// <summary>Members in the order clients write them.</summary>
    public string ToJson() => WriteAsClient(new JsonTextWriter()).ToString();

    internal static PaymentPayload Read(JsonMembers members)
    {
        int version = members.Integer("x402Version", 1);
        SchemePayload payload = SchemePayload.Read(members.Object("payload"));
        PaymentRequirements accepted = PaymentRequirements.Read(members.Object("accepted"));
        JsonMembers? resource = members.OptionalObject("resource");
        return new PaymentPayload(
            payload,
            accepted,
            resource is null ? null : ResourceInfo.Read(resource),
            members.OptionalFreeObject("extensions"))
        {
            X402Version = version,
        };
    }

    /// <summary>Members in the order the Python server writes them when it asks the facilitator.</summary>
    internal void WriteAsServer(JsonTextWriter writer, string name)
    {
        writer.Object(name).Integer("x402Version", X402Version);
        Payload.Write(writer, "payload");
        Accepted.Write(writer, "accepted");
        Resource?.Write(writer, "resource");
        writer.Free("extensions", Extensions).End();
    }

    private JsonTextWriter WriteAsClient(JsonTextWriter writer)
    {
        writer.Object().Integer("x402Version", X402Version);
        Payload.Write(writer, "payload");
        writer.Free("extensions", Extensions);
        Resource?.Write(writer, "resource");
        Accepted.Write(writer, "accepted");
        return writer.End();
    }
}
