using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Storage.Http;

/// <summary>What a storage node says is the blob. Whoever reads it checks the id of the content itself.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Status">HTTP status: 200, 400 for a text that is no blob id, 404.</param>
/// <param name="Body">The content; empty unless the status is 200.</param>
public sealed record GetBlobReply(ulong Call, ushort Status, byte[] Body) : Message, IMessage<GetBlobReply>
{
    public static ushort Number => 233;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(Body.Length);

    public static GetBlobReply Read(ref MessageReader reader) => new(reader.UInt64(), reader.UInt16(), reader.Bytes());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.UInt16(Status);
        writer.Bytes(Body);
    }
}
