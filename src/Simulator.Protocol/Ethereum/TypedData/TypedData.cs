using System.Runtime.CompilerServices;

namespace Simulator.Protocol.Ethereum;

/// <summary>The digest that EIP-712 signatures sign: keccak(0x19 01 ‖ domain separator ‖ struct hash).</summary>
public static class TypedData
{
    /// <summary>The hash of a type's full text, referenced types included in alphabetical order.</summary>
    public static Hash32 TypeHash(string encodedType) => Keccak256.HashText(encodedType);

    [SkipLocalsInit]
    public static Hash32 Digest(Hash32 domainSeparator, Hash32 structHash)
    {
        const int PrefixLength = 2;
        Span<byte> bytes = stackalloc byte[PrefixLength + (2 * Hash32.Length)];
        bytes[0] = 0x19;
        bytes[1] = 0x01;
        domainSeparator.CopyTo(bytes[PrefixLength..]);
        structHash.CopyTo(bytes[(PrefixLength + Hash32.Length)..]);
        return Keccak256.Hash(bytes);
    }
}
