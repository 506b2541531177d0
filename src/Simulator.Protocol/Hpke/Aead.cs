using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Simulator.Protocol.Hpke;

/// <summary>
/// ChaCha20-Poly1305 (RFC 8439) with the tag behind the ciphertext, and the counter nonces built on it.
/// </summary>
internal static class Aead
{
    /// <summary>The base nonce XOR a 12-byte big-endian counter.</summary>
    public static byte[] Nonce(ReadOnlySpan<byte> baseNonce, ulong counter)
    {
        byte[] nonce = baseNonce.ToArray();
        Span<byte> low = nonce.AsSpan(HpkeSuite.NonceLength - sizeof(ulong));
        BinaryPrimitives.WriteUInt64BigEndian(low, BinaryPrimitives.ReadUInt64BigEndian(low) ^ counter);
        return nonce;
    }

    public static byte[] Seal(
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> associatedData,
        ReadOnlySpan<byte> plaintext)
    {
        byte[] output = new byte[plaintext.Length + HpkeSuite.TagLength];
        Span<byte> ciphertext = output.AsSpan(0, plaintext.Length);
        using ChaCha20Poly1305 cipher = new(key);
        cipher.Encrypt(nonce, plaintext, ciphertext, output.AsSpan(plaintext.Length), associatedData);
        return output;
    }

    /// <returns>False when the input is shorter than a tag or the tag does not fit.</returns>
    public static bool TryOpen(
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> associatedData,
        ReadOnlySpan<byte> sealedText,
        [NotNullWhen(true)] out byte[]? plaintext)
    {
        plaintext = null;
        if (sealedText.Length < HpkeSuite.TagLength)
        {
            return false;
        }

        byte[] output = new byte[sealedText.Length - HpkeSuite.TagLength];
        using ChaCha20Poly1305 cipher = new(key);
        try
        {
            cipher.Decrypt(nonce, sealedText[..output.Length], sealedText[output.Length..], output, associatedData);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        plaintext = output;
        return true;
    }
}
