using System.Buffers.Binary;
using System.Globalization;

namespace Simulator.Protocol.Ethereum;

/// <summary>The first four bytes of Keccak-256 of a function's or error's signature.</summary>
/// <param name="Value">Big-endian number.</param>
public readonly record struct Selector(uint Value)
{
    public const int Length = 4;

    /// <param name="signature">Canonical form without spaces: <c>approve(address,uint256)</c>.</param>
    public static Selector Of(string signature) => new((uint)(Keccak256.HashText(signature).Prefix64 >> 32));

    /// <summary>The selector at the front of call data; false when it is shorter than four bytes.</summary>
    public static bool TryRead(ReadOnlySpan<byte> callData, out Selector selector)
    {
        bool isLongEnough = callData.Length >= Length;
        selector = isLongEnough ? new(BinaryPrimitives.ReadUInt32BigEndian(callData)) : default;
        return isLongEnough;
    }

    /// <summary>0x and eight lower-case digits.</summary>
    public override string ToString() => "0x" + Value.ToString("x8", CultureInfo.InvariantCulture);
}
