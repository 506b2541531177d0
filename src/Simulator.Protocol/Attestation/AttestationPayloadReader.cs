using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Formats.Cbor;

namespace Simulator.Protocol.Attestation;

/// <summary>
/// Reads the payload map: known members by type, unknown ones passed over, missing and null ones left empty.
/// </summary>
internal static class AttestationPayloadReader
{
    public static bool TryRead(ReadOnlyMemory<byte> encoded, [NotNullWhen(true)] out AttestationPayload? payload)
    {
        AttestationPayload read = new() { Digest = string.Empty };
        bool isPayload = CborItem.TryRead(encoded, reader =>
        {
            reader.ReadStartMap();
            while (reader.PeekState() != CborReaderState.EndMap)
            {
                CborItem.SkipTags(reader);
                CborReaderState key = reader.PeekState();
                read = key is CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString
                    ? ReadMember(reader, reader.ReadTextString(), read)
                    : SkipMember(reader, read);
            }

            reader.ReadEndMap();
            return true;
        });
        payload = isPayload ? read : null;
        return isPayload;
    }

    private static AttestationPayload ReadMember(CborReader reader, string name, AttestationPayload payload)
    {
        CborItem.SkipTags(reader);
        return name switch
        {
            "module_id" => payload with { ModuleId = ReadText(reader) },
            "digest" => payload with { Digest = ReadText(reader) },
            "timestamp" => payload with { Timestamp = CborItem.TryReadNothing(reader) ? 0 : reader.ReadUInt64() },
            "pcrs" => payload with { Pcrs = ReadPcrs(reader) },
            "certificate" => payload with { Certificate = CborItem.ReadBytesOrNull(reader) },
            "cabundle" => payload with { CaBundle = ReadBundle(reader) },
            "public_key" => payload with { PublicKey = ReadOptional(reader) },
            "user_data" => payload with { UserData = ReadOptional(reader) },
            "nonce" => payload with { Nonce = ReadOptional(reader) },
            _ => SkipValue(reader, payload),
        };
    }

    private static AttestationPayload SkipMember(CborReader reader, AttestationPayload payload)
    {
        reader.SkipValue();
        reader.SkipValue();
        return payload;
    }

    private static AttestationPayload SkipValue(CborReader reader, AttestationPayload payload)
    {
        reader.SkipValue();
        return payload;
    }

    private static string ReadText(CborReader reader) =>
        CborItem.TryReadNothing(reader) ? string.Empty : reader.ReadTextString();

    private static ReadOnlyMemory<byte>? ReadOptional(CborReader reader) =>
        CborItem.ReadBytesOrNull(reader) is byte[] bytes ? bytes : null;

    private static ImmutableSortedDictionary<int, ImmutableArray<byte>> ReadPcrs(CborReader reader)
    {
        ImmutableSortedDictionary<int, ImmutableArray<byte>>.Builder pcrs =
            ImmutableSortedDictionary.CreateBuilder<int, ImmutableArray<byte>>();
        if (CborItem.TryReadNothing(reader))
        {
            return pcrs.ToImmutable();
        }

        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            CborItem.SkipTags(reader);
            pcrs[reader.ReadInt32()] = [.. CborItem.ReadBytesOrNull(reader) ?? []];
        }

        reader.ReadEndMap();
        return pcrs.ToImmutable();
    }

    private static ImmutableArray<ReadOnlyMemory<byte>> ReadBundle(CborReader reader)
    {
        ImmutableArray<ReadOnlyMemory<byte>>.Builder bundle = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        if (CborItem.TryReadNothing(reader))
        {
            return [];
        }

        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            bundle.Add(CborItem.ReadBytesOrNull(reader));
        }

        reader.ReadEndArray();
        return bundle.ToImmutable();
    }
}
