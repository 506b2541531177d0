using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Facilitators.Http;

/// <summary>Answer to <see cref="PostHeartbeat"/>.</summary>
/// <param name="Call">The caller's number for the call.</param>
/// <param name="Status">HTTP status: 200, 400 for a bad request, 500 for anything else.</param>
/// <param name="Error">Why not; null with status 200.</param>
/// <param name="Body">JSON as the service answers it.</param>
public sealed record HeartbeatReply(ulong Call, ushort Status, string? Error, byte[] Body) : Message, IMessage<HeartbeatReply>
{
    public static ushort Number => 269;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(Body.Length);

    public static HeartbeatReply Read(ref MessageReader reader) =>
        new(reader.UInt64(), reader.UInt16(), reader.OptionalText(), reader.Bytes());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.UInt16(Status);
        writer.OptionalText(Error);
        writer.Bytes(Body);
    }
}
