using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Storage.Http;

/// <summary>GET /v1/blobs/ID.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="BlobId">43 characters of URL-safe Base64.</param>
public sealed record GetBlob(ulong Call, string BlobId) : Message, IMessage<GetBlob>
{
    public static ushort Number => 232;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(BlobId.Length);

    public static GetBlob Read(ref MessageReader reader) => new(reader.UInt64(), reader.Text());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Text(BlobId);
    }
}
