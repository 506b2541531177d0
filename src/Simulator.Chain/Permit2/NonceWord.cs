using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Permit2;

/// <summary>256 nonces of one owner, and the time until which they must be remembered.</summary>
/// <param name="Bits">A set bit is a used nonce. A word without one is not stored.</param>
/// <param name="KeepUntil">Unix time; the largest value means forever.</param>
internal readonly record struct NonceWord(UInt256 Bits, ulong KeepUntil)
{
    public const ulong Forever = ulong.MaxValue;

    public bool Has(byte bit) => ((bit < 128 ? Bits.Low >> bit : Bits.High >> (bit - 128)) & 1) == 1;

    public NonceWord With(byte bit, ulong keepUntil) => With(Mask(bit), keepUntil);

    public NonceWord With(UInt256 mask, ulong keepUntil) =>
        new(new UInt256(Bits.High | mask.High, Bits.Low | mask.Low), Math.Max(KeepUntil, keepUntil));

    private static UInt256 Mask(byte bit) =>
        bit < 128 ? new UInt256(0, UInt128.One << bit) : new UInt256(UInt128.One << (bit - 128), 0);
}
