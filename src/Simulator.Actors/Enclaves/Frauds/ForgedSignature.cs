using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;

namespace Simulator.Actors.Enclaves.Frauds;

/// <summary>Signs with a key that was made outside the enclave, under the enclave's name.</summary>
/// <remarks>Every client that checks notices: <see cref="ResponseVerdict.SignatureInvalid"/>. By then it has paid.</remarks>
internal sealed class ForgedSignature(string name, Ratio share, EnclaveSigningKey outsideKey) : AnswerFraud(name, share)
{
    protected override SignedInference? Cheat(SignedInference honest, ulong question, IActorContext context) =>
        honest with { Steps = new Steps(outsideKey) };

    private sealed class Steps(EnclaveSigningKey outsideKey) : AnswerSteps
    {
        public override SignedResponse Sign(EnclaveSigningKey key, Hash32 request, Hash32 output, long timestamp) =>
            SignedResponse.Sign(outsideKey, request, output, timestamp) with { TeeId = key.TeeId };
    }
}
