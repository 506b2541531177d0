using System.Buffers.Binary;

namespace Simulator.Chain.State;

/// <summary>
/// The place of a slot in the state tree: the SHA-256 of its table and key, read bit by bit from the top.
/// </summary>
internal readonly record struct TreeKey(ulong First, ulong Second, ulong Third, ulong Fourth)
{
    public const int Bits = 256;

    public static TreeKey Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]));

    public bool IsRight(int depth)
    {
        ulong word = (depth >> 6) switch { 0 => First, 1 => Second, 2 => Third, _ => Fourth };
        return ((word >> (63 - (depth & 63))) & 1) == 1;
    }
}
