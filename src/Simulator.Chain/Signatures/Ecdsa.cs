using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Signatures;

/// <summary>
/// OpenZeppelin's two ways to check a signature: recover or revert, and ask whoever should have signed.
/// </summary>
internal static class Ecdsa
{
    /// <summary>65 bytes with a low s that recover somebody, or the named error.</summary>
    public static Revert? Recover(ISignerRecovery recovery, Hash32 digest, byte[] proof, out Address signer)
    {
        signer = default;
        return proof.Length == EthereumSignature.Length
            && EthereumSignature.TryParse(proof.AsSpan(), out EthereumSignature signature)
                ? Recover(recovery, digest, signature, out signer)
                : new Revert(EcdsaErrors.InvalidSignatureLength, (UInt256)(ulong)proof.Length);
    }

    public static Revert? Recover(
        ISignerRecovery recovery, Hash32 digest, EthereumSignature signature, out Address signer)
    {
        signer = default;
        if (signature.S > Secp256k1.HalfOrder)
        {
            return new Revert(EcdsaErrors.InvalidSignatureS, signature.S);
        }

        return recovery.TryRecover(digest, signature, out signer) ? null : new Revert(EcdsaErrors.InvalidSignature);
    }

    /// <summary>A contract answers for itself (EIP-1271); for everybody else the signature must recover them.</summary>
    public static bool IsValidNow(
        ContractMachine machine, ISignerRecovery recovery, Address signer, Hash32 digest, byte[] proof)
    {
        if (machine.Find(signer) is { } wallet)
        {
            return wallet is IErc1271 verifier && verifier.IsValidSignature(digest, proof) == IErc1271.MagicValue;
        }

        return Recover(recovery, digest, proof, out Address recovered) is null && recovered == signer;
    }
}
