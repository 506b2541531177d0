using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Formats.Cbor;

namespace Simulator.Protocol.Attestation;

/// <summary>The statement inside an attestation document. protocol: Nitro document layout.</summary>
/// <remarks>
/// Timestamp: Unix milliseconds. Encoded as an indefinite-length map in the vendor's order of members.
/// </remarks>
public sealed record AttestationPayload
{
    /// <summary>Names instance and enclave: <c>i-…-enc…</c>.</summary>
    public string ModuleId { get; init; } = string.Empty;

    public string Digest { get; init; } = "SHA384";

    public ulong Timestamp { get; init; }

    public ImmutableSortedDictionary<int, ImmutableArray<byte>> Pcrs { get; init; } =
        ImmutableSortedDictionary<int, ImmutableArray<byte>>.Empty;

    /// <summary>DER of the leaf, whose key signs the document.</summary>
    public ReadOnlyMemory<byte> Certificate { get; init; }

    /// <summary>DER certificates, root first.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> CaBundle { get; init; } = [];

    public ReadOnlyMemory<byte>? PublicKey { get; init; }

    public ReadOnlyMemory<byte>? UserData { get; init; }

    public ReadOnlyMemory<byte>? Nonce { get; init; }

    /// <summary>Registers 0 to 2, or null while one is missing.</summary>
    public EnclaveMeasurements? Measurements =>
        Pcrs.TryGetValue(0, out ImmutableArray<byte> first) && Pcrs.TryGetValue(1, out ImmutableArray<byte> second)
        && Pcrs.TryGetValue(2, out ImmutableArray<byte> third)
            ? new EnclaveMeasurements(first, second, third)
            : null;

    public byte[] Encode()
    {
        CborWriter writer = new();
        writer.WriteStartMap(null);
        writer.WriteTextString("module_id");
        writer.WriteTextString(ModuleId);
        writer.WriteTextString("digest");
        writer.WriteTextString(Digest);
        writer.WriteTextString("timestamp");
        writer.WriteUInt64(Timestamp);
        WritePcrs(writer);
        writer.WriteTextString("certificate");
        writer.WriteByteString(Certificate.Span);
        WriteBundle(writer);
        WriteOptional(writer, "public_key", PublicKey);
        WriteOptional(writer, "user_data", UserData);
        WriteOptional(writer, "nonce", Nonce);
        writer.WriteEndMap();
        return writer.Encode();
    }

    /// <summary>
    /// False when the bytes are no map of text keys, a key repeats, or a known member has another type.
    /// </summary>
    public static bool TryDecode(ReadOnlyMemory<byte> encoded, [NotNullWhen(true)] out AttestationPayload? payload) =>
        AttestationPayloadReader.TryRead(encoded, out payload);

    private static void WriteOptional(CborWriter writer, string name, ReadOnlyMemory<byte>? value)
    {
        writer.WriteTextString(name);
        if (value is ReadOnlyMemory<byte> bytes)
        {
            writer.WriteByteString(bytes.Span);
        }
        else
        {
            writer.WriteNull();
        }
    }

    private void WritePcrs(CborWriter writer)
    {
        writer.WriteTextString("pcrs");
        writer.WriteStartMap(Pcrs.Count);
        foreach ((int index, ImmutableArray<byte> value) in Pcrs)
        {
            writer.WriteInt32(index);
            writer.WriteByteString(value.AsSpan());
        }

        writer.WriteEndMap();
    }

    private void WriteBundle(CborWriter writer)
    {
        writer.WriteTextString("cabundle");
        writer.WriteStartArray(CaBundle.Length);
        foreach (ReadOnlyMemory<byte> certificate in CaBundle)
        {
            writer.WriteByteString(certificate.Span);
        }

        writer.WriteEndArray();
    }
}
