using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Blobs;

/// <summary>The content address of a stored blob: 32 bytes, written as 43 characters of URL-safe Base64.</summary>
/// <remarks>
/// The content hash here is SHA-256. A Walrus node derives its id from the erasure-coded slivers of the blob and its
/// length; that value is not computed. What the network relies on holds for both: 32 bytes, a function of the content
/// alone, in this written form. On chain an id is the UTF-8 bytes of the text.
/// </remarks>
public readonly record struct BlobId(Hash32 Content) : IComparable<BlobId>
{
    /// <summary>Characters of the written form, without padding.</summary>
    public const int TextLength = 43;

    /// <summary>The id of a blob's content.</summary>
    public static BlobId Of(ReadOnlySpan<byte> blob) => new(new Hash32(SHA256.HashData(blob)));

    /// <summary>The id of a blob read from a stream to its end, for models too large to hold.</summary>
    public static BlobId Of(Stream blob) => new(new Hash32(SHA256.HashData(blob)));

    /// <returns>False with the reason unless the text is the one written form of some id.</returns>
    public static bool TryParse(string? text, out BlobId id, out BlobIdRefusal refusal)
    {
        id = default;
        refusal = BlobIdRefusal.Unset;
        if (text is not { Length: TextLength })
        {
            refusal = BlobIdRefusal.LengthWrong;
        }
        else if (!text.All(IsAlphabet))
        {
            refusal = BlobIdRefusal.CharacterWrong;
        }
        else
        {
            refusal = Decode(text, out id);
        }

        return refusal == BlobIdRefusal.Unset;
    }

    /// <exception cref="FormatException">Not the written form of a blob id.</exception>
    public static BlobId Parse(string text) => TryParse(text, out BlobId id, out BlobIdRefusal refusal)
        ? id
        : throw new FormatException($"not a blob id ({refusal}): {text}");

    /// <summary>The bytes that settlement transactions carry: the UTF-8 of the text.</summary>
    public byte[] OnChainBytes() => Encoding.ASCII.GetBytes(ToString());

    public int CompareTo(BlobId other) => Content.CompareTo(other.Content);

    public override string ToString() => Base64Url.EncodeToString(Content.ToArray());

    private static BlobIdRefusal Decode(string text, out BlobId id)
    {
        // 43 characters carry 258 bits: the last two must be zero, or one id would have four written forms.
        byte[] bytes = Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/') + "=");
        BlobId candidate = new(new Hash32(bytes));
        bool isCanonical = candidate.ToString() == text;
        id = isCanonical ? candidate : default;
        return isCanonical ? BlobIdRefusal.Unset : BlobIdRefusal.SpareBitsSet;
    }

    private static bool IsAlphabet(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';
}
