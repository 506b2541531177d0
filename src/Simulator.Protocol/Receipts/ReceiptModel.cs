using Simulator.Protocol.Blobs;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts;

/// <summary>The model that answered, in the hub.</summary>
/// <param name="Name">What the request calls it: a name with version, or the blob id.</param>
/// <param name="Repository">The hub's repository.</param>
/// <param name="Version">The version in it.</param>
/// <param name="Blob">The content address of the model file.</param>
public sealed record ReceiptModel(string Name, string Repository, string Version, BlobId Blob)
{
    internal static ReceiptModel From(JsonMembers members) => new(
        members.ShortText("name"),
        members.ShortText("repository"),
        members.ShortText("version"),
        members.Blob("blobId"));

    internal void Write(JsonTextWriter writer) => writer.Object("model")
        .Text("name", Name)
        .Text("repository", Repository)
        .Text("version", Version)
        .Text("blobId", Blob.ToString())
        .End();
}
