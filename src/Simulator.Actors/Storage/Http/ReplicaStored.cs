using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Storage.Http;

/// <summary>A node says that it holds a replica.</summary>
/// <param name="Call">The publisher's number for this publication.</param>
/// <param name="IsNew">It did not have the blob before.</param>
public sealed record ReplicaStored(ulong Call, bool IsNew) : Message, IMessage<ReplicaStored>
{
    public static ushort Number => 235;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(0);

    public static ReplicaStored Read(ref MessageReader reader) => new(reader.UInt64(), reader.Boolean());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Boolean(IsNew);
    }
}
