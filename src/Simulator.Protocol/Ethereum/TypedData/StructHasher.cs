using System.Runtime.CompilerServices;

namespace Simulator.Protocol.Ethereum;

/// <summary>
/// hashStruct of EIP-712: type hash, then every member as one 32-byte word, in the order of the type.
/// </summary>
/// <remarks>Keep it in a local; members are hashed as they are added and nothing is allocated.</remarks>
public struct StructHasher
{
    private Keccak256Sponge sponge;

    public StructHasher(Hash32 typeHash) => Add(typeHash);

    /// <summary>A <c>bytes32</c>, or the hash of a nested struct or array.</summary>
    [SkipLocalsInit]
    public void Add(Hash32 word)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Length];
        word.CopyTo(bytes);
        sponge.Append(bytes);
    }

    /// <summary>An unsigned integer of any width.</summary>
    [SkipLocalsInit]
    public void Add(UInt256 number)
    {
        Span<byte> bytes = stackalloc byte[UInt256.Length];
        number.WriteBigEndian(bytes);
        sponge.Append(bytes);
    }

    public void Add(Address address)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Length];
        address.CopyTo(bytes[(Hash32.Length - Address.Length)..]);
        sponge.Append(bytes);
    }

    /// <summary>A <c>bytes</c> member, which enters as its hash.</summary>
    public void AddBytes(ReadOnlySpan<byte> bytes) => Add(Keccak256.Hash(bytes));

    /// <summary>A <c>string</c> member, which enters as the hash of its UTF-8 bytes.</summary>
    public void AddText(string text) => Add(Keccak256.HashText(text));

    /// <summary>The struct's hash; the hasher is empty afterwards.</summary>
    public Hash32 Finish() => sponge.Finish();
}
