using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Execution;

/// <summary>Values as the 256-bit words of Solidity.</summary>
internal static class Words
{
    public static UInt256 ToWord(this Address address)
    {
        Span<byte> bytes = stackalloc byte[UInt256.Length];
        bytes.Clear();
        address.CopyTo(bytes[12..]);
        return UInt256.FromBigEndian(bytes);
    }

    public static UInt256 ToWord(this Hash32 hash)
    {
        Span<byte> bytes = stackalloc byte[UInt256.Length];
        hash.CopyTo(bytes);
        return UInt256.FromBigEndian(bytes);
    }

    public static UInt256 ToWord(this OpgAmount amount) => amount.BaseUnits;

    /// <summary>A wire amount that fits the range of real amounts; a larger one exceeds every balance.</summary>
    public static bool TryToAmount(this UInt256 word, out OpgAmount amount)
    {
        amount = new OpgAmount(word.Low);
        return word.High == System.UInt128.Zero;
    }

    /// <summary>A uint256 time as 64 bits, the largest when it lies beyond them: no block time comes near.</summary>
    public static ulong ToTimeSaturating(this UInt256 word) =>
        word > (UInt256)ulong.MaxValue ? ulong.MaxValue : (ulong)word.Low;
}
