using System.Buffers.Binary;
using System.Security.Cryptography;
using Simulator.Primitives;

namespace Simulator.Protocol.Enclaves;

/// <summary>EMSA-PSS of RFC 8017 §9.1 with SHA-256, MGF1-SHA-256 and a 32-byte salt chosen by the caller.</summary>
/// <remarks>Library signers draw the salt at random; a run that must repeat byte for byte needs to choose it.</remarks>
public static class EmsaPss
{
    public const int SaltLength = 32;

    private const int HashLength = SHA256.HashSizeInBytes;
    private const byte Trailer = 0xBC;

    /// <summary>Encodes a message digest for a modulus of <paramref name="encoded"/>·8 bits.</summary>
    /// <param name="messageDigest">SHA-256 of the message.</param>
    /// <param name="salt">32 bytes.</param>
    /// <param name="encoded">Receives the encoded message; at least 66 bytes.</param>
    public static void Encode(ReadOnlySpan<byte> messageDigest, ReadOnlySpan<byte> salt, Span<byte> encoded)
    {
        Invariant.That(messageDigest.Length == HashLength);
        Invariant.That(salt.Length == SaltLength);
        Span<byte> hash = encoded.Slice(encoded.Length - HashLength - 1, HashLength);
        HashSalted(messageDigest, salt, hash);

        Span<byte> block = encoded[..(encoded.Length - HashLength - 1)];
        block.Clear();
        block[^(SaltLength + 1)] = 1;
        salt.CopyTo(block[^SaltLength..]);
        MaskWith(hash, block);
        // The encoded message has one bit less than the modulus.
        block[0] &= 0x7F;
        encoded[^1] = Trailer;
    }

    private static void HashSalted(ReadOnlySpan<byte> messageDigest, ReadOnlySpan<byte> salt, Span<byte> hash)
    {
        Span<byte> message = stackalloc byte[8 + HashLength + SaltLength];
        message.Clear();
        messageDigest.CopyTo(message[8..]);
        salt.CopyTo(message[(8 + HashLength)..]);
        SHA256.HashData(message, hash);
    }

    private static void MaskWith(ReadOnlySpan<byte> seed, Span<byte> block)
    {
        Span<byte> input = stackalloc byte[HashLength + 4];
        Span<byte> mask = stackalloc byte[HashLength];
        seed.CopyTo(input);
        for (int offset = 0, counter = 0; offset < block.Length; offset += HashLength, counter++)
        {
            BinaryPrimitives.WriteInt32BigEndian(input[HashLength..], counter);
            SHA256.HashData(input, mask);
            Span<byte> part = block[offset..Math.Min(offset + HashLength, block.Length)];
            for (int i = 0; i < part.Length; i++)
            {
                part[i] ^= mask[i];
            }
        }
    }
}
