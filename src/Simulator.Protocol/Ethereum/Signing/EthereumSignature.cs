using Simulator.Primitives;

namespace Simulator.Protocol.Ethereum;

/// <summary>A recoverable ECDSA signature over secp256k1 as Ethereum writes it.</summary>
/// <param name="R">The x coordinate of the nonce point.</param>
/// <param name="S">The proof; at most n/2 in what we sign, any value below n in what we accept.</param>
/// <param name="V">27 or 28, the parity of the nonce point; other values recover nobody.</param>
public readonly record struct EthereumSignature(UInt256 R, UInt256 S, byte V)
{
    /// <summary>r ‖ s ‖ v.</summary>
    public const int Length = 65;

    /// <summary>r ‖ (v−27) in the top bit of s (EIP-2098).</summary>
    public const int CompactLength = 64;

    /// <summary>
    /// r ‖ s ‖ v in 65 bytes, or the 64-byte form of EIP-2098; false for any other length. Ranges are not checked.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out EthereumSignature signature)
    {
        signature = default;
        if (bytes.Length is not (Length or CompactLength))
        {
            return false;
        }

        UInt256 r = UInt256.FromBigEndian(bytes[..32]);
        UInt256 s = UInt256.FromBigEndian(bytes[32..64]);
        if (bytes.Length == Length)
        {
            signature = new EthereumSignature(r, s, bytes[64]);
            return true;
        }

        byte v = (byte)(27 + (int)(s.High >> 127));
        signature = new EthereumSignature(r, new UInt256(s.High & (UInt128.MaxValue >> 1), s.Low), v);
        return true;
    }

    /// <summary>Hexadecimal text of either form.</summary>
    public static bool TryParse(string? text, out EthereumSignature signature)
    {
        signature = default;
        return Hex.TryDecode(text, out byte[] bytes) && TryParse(bytes.AsSpan(), out signature);
    }

    /// <param name="destination">At least 65 bytes.</param>
    public void CopyTo(Span<byte> destination)
    {
        R.WriteBigEndian(destination);
        S.WriteBigEndian(destination[32..]);
        destination[64] = V;
    }

    /// <summary>r ‖ s ‖ v.</summary>
    public byte[] ToArray()
    {
        byte[] bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>
    /// The 64-byte form of EIP-2098. Only for a signature with low s and v 27 or 28, which is all we sign.
    /// </summary>
    public byte[] ToCompactArray()
    {
        Invariant.That(S.High >> 127 == 0);
        Invariant.That(V is 27 or 28);
        byte[] bytes = ToArray()[..CompactLength];
        bytes[32] |= (byte)((V - 27) << 7);
        return bytes;
    }

    /// <summary>0x and 130 lower-case digits.</summary>
    public override string ToString() => Hex.Encode(ToArray());
}
