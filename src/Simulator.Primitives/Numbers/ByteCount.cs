using System.Globalization;

namespace Simulator.Primitives;

/// <summary>A size in bytes. Never negative.</summary>
public readonly record struct ByteCount(long Bytes) : IComparable<ByteCount>
{
    public static bool operator <(ByteCount left, ByteCount right) => left.Bytes < right.Bytes;

    public static bool operator >(ByteCount left, ByteCount right) => left.Bytes > right.Bytes;

    public static bool operator <=(ByteCount left, ByteCount right) => left.Bytes <= right.Bytes;

    public static bool operator >=(ByteCount left, ByteCount right) => left.Bytes >= right.Bytes;

    public int CompareTo(ByteCount other) => Bytes.CompareTo(other.Bytes);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Bytes} B");
}
