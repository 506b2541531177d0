using System.Buffers.Text;
using System.Security.Cryptography;
using Simulator.Inference.Inspection;
using Simulator.Inference.Text;
using Simulator.Protocol.Ethereum;

namespace Simulator.Inference.Catalogue;

/// <summary>A model file named by its content.</summary>
public sealed class ModelBlob : IEquatable<ModelBlob>
{
    private readonly Lazy<TextModel?> text;

    private ModelBlob(byte[] content)
    {
        text = new Lazy<TextModel?>(ReadText);
        Content = content;
        Sha256 = new Hash32(SHA256.HashData(content));
        BlobId = Base64Url.EncodeToString(Sha256.ToArray());
    }

    /// <summary>The file. Nobody writes to it.</summary>
    public byte[] Content { get; }

    public Hash32 Sha256 { get; }

    /// <summary>SHA-256 of the file as URL-safe Base64 without padding: 43 characters.</summary>
    public string BlobId { get; }

    /// <summary>How it continues texts, by its own metadata; null for a model that computes on tensors.</summary>
    public TextModel? Text => text.Value;

    public static ModelBlob Of(byte[] content) => new(content);

    public bool Equals(ModelBlob? other) => other is not null && Sha256 == other.Sha256;

    public override bool Equals(object? obj) => Equals(obj as ModelBlob);

    public override int GetHashCode() => unchecked((int)Sha256.Prefix64);

    public override string ToString() => BlobId;

    private TextModel? ReadText() =>
        OnnxFile.Inspect(Content) is OnnxInspection.Readable readable ? TextModel.Of(readable.Metadata) : null;
}
