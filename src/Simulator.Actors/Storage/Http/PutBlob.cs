using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Storage.Http;

/// <summary>PUT /v1/blobs?epochs=N: any storage node takes it, and brings the blob to the nodes that shall hold it.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Body">The blob, 1 to <see cref="StorageNode.LargestBlob"/> bytes.</param>
/// <param name="Epochs">How long it shall be kept, 1 to <see cref="StorageNode.MostEpochs"/>.</param>
public sealed record PutBlob(ulong Call, byte[] Body, int Epochs) : Message, IMessage<PutBlob>
{
    public static ushort Number => 230;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(Body.Length);

    public static PutBlob Read(ref MessageReader reader) => new(reader.UInt64(), reader.Bytes(), reader.Epochs());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Bytes(Body);
        writer.VarUInt((ulong)Epochs);
    }
}
