using System.Buffers.Binary;
using System.Text;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Execution;

/// <summary>A Solidity custom error: its canonical signature, name and selector.</summary>
/// <remarks>
/// Each contract lists its own in a closed catalogue. Parameters are static types or one <c>string</c>.
/// </remarks>
public sealed class ContractError
{
    internal ContractError(string signature)
    {
        Signature = signature;
        int bracket = signature.IndexOf('(', StringComparison.Ordinal);
        Name = signature[..bracket];
        string inner = signature[(bracket + 1)..^1];
        Parameters = inner.Length == 0 ? [] : inner.Split(',');
        Span<byte> hash = stackalloc byte[Hash32.Length];
        Keccak256.Hash(Encoding.ASCII.GetBytes(signature)).CopyTo(hash);
        Selector = BinaryPrimitives.ReadUInt32BigEndian(hash);
    }

    /// <summary>Such as <c>SignatureExpired(uint256)</c>.</summary>
    public string Signature { get; }

    public string Name { get; }

    /// <summary>The first four bytes of the signature's Keccak-256, big-endian.</summary>
    public uint Selector { get; }

    internal IReadOnlyList<string> Parameters { get; }

    public override string ToString() => Signature;
}
