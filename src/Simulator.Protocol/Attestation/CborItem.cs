using System.Formats.Cbor;

namespace Simulator.Protocol.Attestation;

/// <summary>Reads single CBOR items from untrusted bytes; nothing here throws.</summary>
internal static class CborItem
{
    /// <summary>The items of an array that fills the whole input, each still encoded.</summary>
    public static bool TryReadArray(ReadOnlyMemory<byte> encoded, out List<ReadOnlyMemory<byte>> items)
    {
        List<ReadOnlyMemory<byte>> read = [];
        items = read;
        return TryRead(encoded, reader =>
        {
            reader.ReadStartArray();
            while (reader.PeekState() != CborReaderState.EndArray)
            {
                read.Add(reader.ReadEncodedValue());
            }

            reader.ReadEndArray();
            return true;
        });
    }

    /// <summary>A byte string of definite or indefinite length; null reads as empty.</summary>
    public static bool TryReadBytes(ReadOnlyMemory<byte> encoded, out ReadOnlyMemory<byte> bytes)
    {
        byte[] read = [];
        bool isBytes = TryRead(encoded, reader =>
        {
            read = ReadBytesOrNull(reader) ?? [];
            return true;
        });
        bytes = read;
        return isBytes;
    }

    /// <summary>A map with any well-formed content; null passes for an empty one.</summary>
    public static bool IsMap(ReadOnlyMemory<byte> encoded) => TryRead(encoded, reader =>
    {
        if (TryReadNothing(reader))
        {
            return true;
        }

        bool isMap = reader.PeekState() == CborReaderState.StartMap;
        reader.SkipValue();
        return isMap;
    });

    /// <summary>Runs a read over the whole input; false when it fails or leaves bytes over.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> encoded, Func<CborReader, bool> read)
    {
        try
        {
            CborReader reader = new(encoded, CborConformanceMode.Strict);
            SkipTags(reader);
            return read(reader) && reader.BytesRemaining == 0;
        }
        catch (Exception malformed)
            when (malformed is CborContentException or InvalidOperationException or OverflowException)
        {
            return false;
        }
    }

    public static byte[]? ReadBytesOrNull(CborReader reader)
    {
        SkipTags(reader);
        return TryReadNothing(reader) ? null : reader.ReadByteString();
    }

    /// <summary>Consumes a null or undefined, which stand for a member left out.</summary>
    /// <exception cref="CborContentException">Another simple value.</exception>
    public static bool TryReadNothing(CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.Null:
                reader.ReadNull();
                return true;
            case CborReaderState.SimpleValue when reader.ReadSimpleValue() != CborSimpleValue.Undefined:
                throw new CborContentException("a simple value where bytes, text or a map belong");
            case CborReaderState.SimpleValue:
                return true;
            default:
                return false;
        }
    }

    public static void SkipTags(CborReader reader)
    {
        while (reader.PeekState() == CborReaderState.Tag)
        {
            reader.ReadTag();
        }
    }
}
