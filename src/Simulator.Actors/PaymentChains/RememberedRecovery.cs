using Simulator.Chain.Signatures;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.PaymentChains;

/// <summary>Recovers each signature once: a simulated settlement and its block ask the same pure question.</summary>
/// <remarks>Bounded; the oldest answers are forgotten first. Forgetting costs time, never a different answer.</remarks>
public sealed class RememberedRecovery : ISignerRecovery
{
    private const int Capacity = 8_192;

    private readonly Dictionary<(Hash32 Digest, EthereumSignature Signature), (bool Valid, Address Signer)> answers = [];
    private readonly Queue<(Hash32 Digest, EthereumSignature Signature)> order = new();

    public bool TryRecover(Hash32 digest, EthereumSignature signature, out Address signer)
    {
        if (answers.TryGetValue((digest, signature), out (bool Valid, Address Signer) known))
        {
            signer = known.Signer;
            return known.Valid;
        }

        bool valid = Secp256k1.TryRecover(digest, signature, out signer);
        if (order.Count == Capacity)
        {
            answers.Remove(order.Dequeue());
        }

        answers.Add((digest, signature), (valid, signer));
        order.Enqueue((digest, signature));
        return valid;
    }
}
