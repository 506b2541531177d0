using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Storage.Http;

/// <summary>What became of a <see cref="PutBlob"/>: <c>newlyCreated</c> or <c>alreadyCertified</c>, or a refusal.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Status">HTTP status: 200, 400, 413 or 503.</param>
/// <param name="BlobId">43 characters; null when refused.</param>
/// <param name="Error">Name of the refusal; null when stored.</param>
/// <param name="AlreadyCertified">Every node asked had the blob before.</param>
public sealed record PutBlobReply(
    ulong Call, ushort Status, string? BlobId, string? Error, bool AlreadyCertified = false)
    : Message, IMessage<PutBlobReply>
{
    private const string NewForm = """{"newlyCreated":{"blobObject":{"blobId":""}}}""";
    private const string KnownForm = """{"alreadyCertified":{"blobId":""}}""";
    private const string ErrorForm = """{"error":""}""";

    public static ushort Number => 231;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(Form.Length + (BlobId ?? Error ?? "").Length);

    private string Form => BlobId is null ? ErrorForm : AlreadyCertified ? KnownForm : NewForm;

    public static PutBlobReply Read(ref MessageReader reader) => new(
        reader.UInt64(), reader.UInt16(), reader.OptionalText(), reader.OptionalText(), reader.Boolean());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.UInt16(Status);
        writer.OptionalText(BlobId);
        writer.OptionalText(Error);
        writer.Boolean(AlreadyCertified);
    }
}
