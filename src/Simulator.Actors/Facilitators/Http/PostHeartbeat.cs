using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Facilitators.Http;

/// <summary>POST /heartbeat.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Body">JSON: id, time, signature and registry.</param>
public sealed record PostHeartbeat(ulong Call, byte[] Body) : Message, IMessage<PostHeartbeat>
{
    public static ushort Number => 268;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(Body.Length);

    public static PostHeartbeat Read(ref MessageReader reader) => new(reader.UInt64(), reader.Bytes());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Bytes(Body);
    }
}
