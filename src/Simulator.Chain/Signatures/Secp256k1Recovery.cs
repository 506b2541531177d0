using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Signatures;

/// <summary>Real recovery on secp256k1.</summary>
public sealed class Secp256k1Recovery : ISignerRecovery
{
    public static readonly Secp256k1Recovery Shared = new();

    private Secp256k1Recovery()
    {
    }

    public bool TryRecover(Hash32 digest, EthereumSignature signature, out Address signer) =>
        Secp256k1.TryRecover(digest, signature, out signer);
}
