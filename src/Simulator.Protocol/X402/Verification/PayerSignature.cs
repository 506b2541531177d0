using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>Whether an account signed a digest: the one expensive check, pure, fit for a worker.</summary>
/// <remarks>
/// Facilitators accept only the 65-byte form, though Permit2 itself also takes the 64 bytes of EIP-2098: their
/// validator
/// contract insists on the length.
/// </remarks>
public static class PayerSignature
{
    public static bool IsBy(Address payer, Hash32 digest, string signature) =>
        signature.Length == 2 + (2 * EthereumSignature.Length)
        && signature.StartsWith("0x", StringComparison.Ordinal)
        && EthereumSignature.TryParse(signature, out EthereumSignature parsed)
        && Secp256k1.TryRecover(digest, parsed, out Address signer)
        && signer == payer;

    /// <summary>The signature's bytes; none when it is not hexadecimal.</summary>
    public static byte[] Bytes(string signature) => Hex.TryDecode(signature, out byte[] bytes) ? bytes : [];
}
