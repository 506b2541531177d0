using System.Formats.Cbor;

namespace Simulator.Protocol.Attestation;

/// <summary>A COSE_Sign1 envelope (RFC 9052 §4.2): protected header, payload and signature as bytes.</summary>
/// <remarks>The unprotected header is covered by no signature; the chain reads it and forgets it.</remarks>
public sealed record CoseSign1(
    ReadOnlyMemory<byte> Protected, ReadOnlyMemory<byte> Payload, ReadOnlyMemory<byte> Signature)
{
    /// <summary>{1: −35}: algorithm ES384 (RFC 9053 §2.1).</summary>
    public static ReadOnlySpan<byte> Es384Header => [0xA1, 0x01, 0x38, 0x22];

    /// <summary>The bytes a signature covers: <c>["Signature1", protected, h'', payload]</c> (RFC 9052 §4.4).</summary>
    public static byte[] SignedBytes(ReadOnlySpan<byte> protectedHeader, ReadOnlySpan<byte> payload)
    {
        CborWriter writer = new();
        writer.WriteStartArray(4);
        writer.WriteTextString("Signature1");
        writer.WriteByteString(protectedHeader);
        writer.WriteByteString([]);
        writer.WriteByteString(payload);
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>The untagged array of four, with an empty unprotected header.</summary>
    public byte[] Encode()
    {
        CborWriter writer = new();
        writer.WriteStartArray(4);
        writer.WriteByteString(Protected.Span);
        writer.WriteStartMap(0);
        writer.WriteEndMap();
        writer.WriteByteString(Payload.Span);
        writer.WriteByteString(Signature.Span);
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>Reads an envelope item by item; the verdict names the first item that is not what it must be.</summary>
    /// <remarks>Tags are passed over and null stands for empty, as the chain's CBOR library has it.</remarks>
    internal static AttestationVerdict TryDecode(ReadOnlyMemory<byte> document, out CoseSign1? envelope)
    {
        envelope = null;
        if (!CborItem.TryReadArray(document, out List<ReadOnlyMemory<byte>> items) || items.Count != 4)
        {
            return AttestationVerdict.EnvelopeMalformed;
        }

        if (!CborItem.TryReadBytes(items[0], out ReadOnlyMemory<byte> header))
        {
            return AttestationVerdict.ProtectedHeaderMalformed;
        }

        if (!CborItem.IsMap(items[1]))
        {
            return AttestationVerdict.UnprotectedHeaderMalformed;
        }

        if (!CborItem.TryReadBytes(items[2], out ReadOnlyMemory<byte> payload))
        {
            return AttestationVerdict.PayloadNotBytes;
        }

        if (!CborItem.TryReadBytes(items[3], out ReadOnlyMemory<byte> signature))
        {
            return AttestationVerdict.SignatureNotBytes;
        }

        envelope = new CoseSign1(header, payload, signature);
        return AttestationVerdict.Valid;
    }
}
