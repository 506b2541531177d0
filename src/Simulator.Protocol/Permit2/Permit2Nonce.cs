using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Permit2;

/// <summary>Where an unordered nonce lies in the owner's bitmap.</summary>
/// <param name="Word">The bitmap's word, the nonce without its last byte (uint248).</param>
/// <param name="Bit">The bit within the word, the nonce's last byte.</param>
public readonly record struct Permit2Nonce(UInt256 Word, byte Bit)
{
    public static Permit2Nonce Of(UInt256 nonce) =>
        new(new UInt256(nonce.High >> 8, (nonce.Low >> 8) | (nonce.High << 120)), (byte)(nonce.Low & 0xFF));
}
