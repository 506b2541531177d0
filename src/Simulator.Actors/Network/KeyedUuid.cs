using System.Buffers.Binary;
using Simulator.Primitives;

namespace Simulator.Actors.Network;

/// <summary>Version 4 UUIDs out of keyed draws, so that equal runs name things equally (RFC 9562 §5.4).</summary>
internal static class KeyedUuid
{
    public static string From(Draw draw)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, draw.Low);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], draw.High);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }
}
