using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Signatures;

/// <summary>EIP-1271: a contract that answers for its own signatures.</summary>
public interface IErc1271
{
    /// <summary>The four bytes that mean yes.</summary>
    const uint MagicValue = 0x1626ba7e;

    /// <summary><see cref="MagicValue"/> for a valid signature, anything else for an invalid one.</summary>
    uint IsValidSignature(Hash32 digest, ReadOnlySpan<byte> signature);
}
