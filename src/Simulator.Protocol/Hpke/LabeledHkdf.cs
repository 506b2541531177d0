using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Simulator.Protocol.Hpke;

/// <summary>LabeledExtract and LabeledExpand over HKDF-SHA256 (RFC 9180 §4), bound to one suite id.</summary>
internal sealed class LabeledHkdf(byte[] suiteId)
{
    private const int HashLength = 32;

    private static readonly byte[] Version = "HPKE-v1"u8.ToArray();

    /// <summary>KEM suite id: "KEM" and the KEM's number.</summary>
    public static LabeledHkdf ForKem { get; } = new([.. "KEM"u8, .. Number(HpkeSuite.KemId)]);

    /// <summary>HPKE suite id: "HPKE" and the numbers of KEM, KDF and AEAD.</summary>
    public static LabeledHkdf ForSuite { get; } = new(
        [.. "HPKE"u8, .. Number(HpkeSuite.KemId), .. Number(HpkeSuite.KdfId), .. Number(HpkeSuite.AeadId)]);

    public byte[] Extract(ReadOnlySpan<byte> salt, string label, ReadOnlySpan<byte> keyMaterial)
    {
        byte[] labeled = [.. Version, .. suiteId, .. Encoding.ASCII.GetBytes(label), .. keyMaterial];
        byte[] pseudorandomKey = new byte[HashLength];
        HKDF.Extract(HashAlgorithmName.SHA256, labeled, salt, pseudorandomKey);
        return pseudorandomKey;
    }

    public byte[] Expand(ReadOnlySpan<byte> pseudorandomKey, string label, ReadOnlySpan<byte> info, int length)
    {
        byte[] output = new byte[length];
        if (length > 0)
        {
            byte[] labeled = [.. Number(length), .. Version, .. suiteId, .. Encoding.ASCII.GetBytes(label), .. info];
            HKDF.Expand(HashAlgorithmName.SHA256, pseudorandomKey, output, labeled);
        }

        return output;
    }

    private static byte[] Number(int value)
    {
        byte[] bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        return bytes;
    }
}
