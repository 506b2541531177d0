using System.Text;
using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Signatures;

/// <summary>EIP-712 for structs whose members each fill one word: Keccak-256 of the type hash and the words.</summary>
internal static class StructHash
{
    private static readonly Hash32 DomainType =
        TypeHash("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");

    public static Hash32 TypeHash(string type) => Text(type);

    public static Hash32 Text(string text) => Keccak256.Hash(Encoding.UTF8.GetBytes(text));

    public static Hash32 Domain(string name, string version, ulong chainId, Address verifyingContract) => Of(
        DomainType, Text(name).ToWord(), Text(version).ToWord(), (UInt256)chainId, verifyingContract.ToWord());

    public static Hash32 Of(Hash32 typeHash, params ReadOnlySpan<UInt256> members)
    {
        Span<byte> bytes = stackalloc byte[(members.Length + 1) * UInt256.Length];
        typeHash.CopyTo(bytes);
        for (int i = 0; i < members.Length; i++)
        {
            members[i].WriteBigEndian(bytes[((i + 1) * UInt256.Length)..]);
        }

        return Keccak256.Hash(bytes);
    }

    /// <summary>Keccak-256 of 0x1901 ‖ domain separator ‖ struct hash.</summary>
    public static Hash32 Digest(Hash32 domain, Hash32 structHash)
    {
        Span<byte> bytes = stackalloc byte[2 + (2 * Hash32.Length)];
        bytes[0] = 0x19;
        bytes[1] = 0x01;
        domain.CopyTo(bytes[2..]);
        structHash.CopyTo(bytes[34..]);
        return Keccak256.Hash(bytes);
    }
}
