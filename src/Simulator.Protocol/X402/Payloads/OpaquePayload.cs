namespace Simulator.Protocol.X402;

/// <summary>A payload of none of the known shapes, kept as it came.</summary>
/// <param name="Json">A JSON object.</param>
public sealed record OpaquePayload(JsonText Json) : SchemePayload
{
    internal override void Write(JsonTextWriter writer, string name) => writer.Free(name, Json);
}
