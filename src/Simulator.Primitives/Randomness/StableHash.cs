using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Simulator.Primitives;

/// <summary>A 64-bit hash that is the same in every process and on every machine. Not cryptographic.</summary>
public static class StableHash
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>Bijective finaliser with full avalanche (the SplitMix64 output function; Steele, Lea, Flood, OOPSLA 2014).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong value)
    {
        unchecked
        {
            value += Multiplier;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }

    /// <summary>Combines two words; the order matters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong first, ulong second) => Mix(unchecked(BitOperations.RotateLeft(Mix(first), 23) ^ second));

    /// <summary>Hash of a byte string, eight bytes at a time, length included.</summary>
    public static ulong OfBytes(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            ulong state = Mix((ulong)bytes.Length);
            while (bytes.Length >= 8)
            {
                state = (BitOperations.RotateLeft(state, 29) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * Multiplier;
                state ^= state >> 32;
                bytes = bytes[8..];
            }

            ulong tail = 0;
            for (int i = 0; i < bytes.Length; i++)
            {
                tail |= (ulong)bytes[i] << (8 * i);
            }

            return Mix(state, tail);
        }
    }

    /// <summary>Hash of a text's UTF-8 bytes.</summary>
    public static ulong OfText(string text)
    {
        int length = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> buffer = length <= 512 ? stackalloc byte[length] : new byte[length];
        return OfBytes(buffer[..Encoding.UTF8.GetBytes(text, buffer)]);
    }
}
