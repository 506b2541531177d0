using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

using Simulator.Primitives;
using Simulator.Protocol.Hpke;

namespace Simulator.Protocol.Ohttp;

/// <summary>A gateway's key configuration (RFC 9458 §3, one symmetric suite): 41 bytes on the wire.</summary>
/// <remarks>
/// Not authenticated by itself: a client trusts it only through the gateway's signature over its hash or through the
/// registry's record.
/// </remarks>
/// <param name="KeyId">One byte; 1 in use.</param>
/// <param name="PublicKey">32 bytes, X25519.</param>
public sealed record OhttpKeyConfig(byte KeyId, byte[] PublicKey)
{
    /// <summary>Bytes of the encoded configuration.</summary>
    public const int EncodedLength = 41;

    /// <summary>Bytes of the header in front of an encapsulated request.</summary>
    public const int HeaderLength = 7;

    private const int SymmetricAlgorithmsLength = 4;

    /// <summary>key_id(1) ‖ kem_id(2) ‖ public key(32) ‖ 0x0004 ‖ kdf_id(2) ‖ aead_id(2).</summary>
    public byte[] Encode()
    {
        Invariant.That(PublicKey.Length == X25519.Length);
        byte[] bytes = new byte[EncodedLength];
        bytes[0] = KeyId;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(1), HpkeSuite.KemId);
        PublicKey.CopyTo(bytes.AsSpan(3));
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(35), SymmetricAlgorithmsLength);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(37), HpkeSuite.KdfId);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(39), HpkeSuite.AeadId);
        return bytes;
    }

    public static bool TryDecode(
        ReadOnlySpan<byte> bytes,
        [NotNullWhen(true)] out OhttpKeyConfig? config,
        out OhttpRefusal refusal)
    {
        refusal = Check(bytes);
        config = refusal == OhttpRefusal.Unset ? new(bytes[0], bytes.Slice(3, X25519.Length).ToArray()) : null;
        return config is not null;
    }

    /// <summary>The 7 bytes in front of a request: key_id ‖ kem_id ‖ kdf_id ‖ aead_id.</summary>
    public byte[] Header()
    {
        byte[] header = new byte[HeaderLength];
        header[0] = KeyId;
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(1), HpkeSuite.KemId);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(3), HpkeSuite.KdfId);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(5), HpkeSuite.AeadId);
        return header;
    }

    public bool Equals(OhttpKeyConfig? other) =>
        other is not null && KeyId == other.KeyId && PublicKey.AsSpan().SequenceEqual(other.PublicKey);

    public override int GetHashCode() => BinaryPrimitives.ReadInt32LittleEndian(PublicKey) ^ KeyId;

    private static OhttpRefusal Check(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != EncodedLength
            || BinaryPrimitives.ReadUInt16BigEndian(bytes[35..]) != SymmetricAlgorithmsLength)
        {
            return OhttpRefusal.KeyConfigMalformed;
        }

        return Suite(bytes[1..], bytes[37..], bytes[39..]);
    }

    /// <summary>Whether the three numbers name the suite in use, in the order KEM, KDF, AEAD.</summary>
    internal static OhttpRefusal Suite(ReadOnlySpan<byte> kem, ReadOnlySpan<byte> kdf, ReadOnlySpan<byte> aead)
    {
        if (BinaryPrimitives.ReadUInt16BigEndian(kem) != HpkeSuite.KemId)
        {
            return OhttpRefusal.UnsupportedKem;
        }

        if (BinaryPrimitives.ReadUInt16BigEndian(kdf) != HpkeSuite.KdfId)
        {
            return OhttpRefusal.UnsupportedKdf;
        }

        return BinaryPrimitives.ReadUInt16BigEndian(aead) != HpkeSuite.AeadId
            ? OhttpRefusal.UnsupportedAead
            : OhttpRefusal.Unset;
    }
}
