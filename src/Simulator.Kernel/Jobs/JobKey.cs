using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Simulator.Kernel;

/// <summary>Names pure work by its content: 256 bits of SHA-256 over purpose and input.</summary>
public readonly record struct JobKey(ulong A, ulong B, ulong C, ulong D)
{
    /// <param name="purpose">What is computed; different kinds of work must not share a purpose.</param>
    /// <param name="input">Everything the result depends on.</param>
    public static JobKey Of(string purpose, ReadOnlySpan<byte> input)
    {
        ArgumentException.ThrowIfNullOrEmpty(purpose);
        int prefix = Encoding.UTF8.GetByteCount(purpose) + 1;
        int length = prefix + input.Length;
        Span<byte> text = length <= 1_024 ? stackalloc byte[length] : new byte[length];
        Encoding.UTF8.GetBytes(purpose, text);
        text[prefix - 1] = 0;
        input.CopyTo(text[prefix..]);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(text, hash);
        return OfHash(hash);
    }

    /// <summary>A key from 32 bytes that are a hash of purpose and input already.</summary>
    public static JobKey OfHash(ReadOnlySpan<byte> hash)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(hash.Length, 32);
        return new JobKey(
            BinaryPrimitives.ReadUInt64LittleEndian(hash),
            BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]),
            BinaryPrimitives.ReadUInt64LittleEndian(hash[16..]),
            BinaryPrimitives.ReadUInt64LittleEndian(hash[24..]));
    }

    public override int GetHashCode() => unchecked((int)A);
}
