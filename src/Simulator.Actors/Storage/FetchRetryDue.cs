using Simulator.Kernel;

namespace Simulator.Actors.Storage;

/// <summary>Time to look once more for a blob that no replica had.</summary>
/// <param name="BlobId">43 characters of URL-safe Base64.</param>
internal sealed record FetchRetryDue(string BlobId) : Message, IMessage<FetchRetryDue>
{
    public static ushort Number => 238;

    public override ushort TypeNumber => Number;

    public static FetchRetryDue Read(ref MessageReader reader) => new(reader.Text());

    public override void Write(ref MessageWriter writer) => writer.Text(BlobId);
}
