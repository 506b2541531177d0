using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Storage.Http;

/// <summary>From the storage node that took a <see cref="PutBlob"/> to one that shall hold the blob.</summary>
/// <param name="Call">The sender's number for this publication.</param>
/// <param name="Body">The blob.</param>
/// <param name="Epochs">How long it shall be kept.</param>
public sealed record StoreReplica(ulong Call, byte[] Body, int Epochs) : Message, IMessage<StoreReplica>
{
    public static ushort Number => 234;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(Body.Length);

    public static StoreReplica Read(ref MessageReader reader) => new(reader.UInt64(), reader.Bytes(), reader.Epochs());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Bytes(Body);
        writer.VarUInt((ulong)Epochs);
    }
}
