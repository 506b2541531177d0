using Simulator.Inference.Catalogue;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;

namespace Simulator.Actors.Enclaves.Frauds;

/// <summary>Sends an earlier answer again as it was signed then, hashes, time and all; computes and signs nothing.</summary>
/// <remarks>
/// The first question to each model is answered honestly. Every client that checks notices, since another request was
/// signed than the one it sent: <see cref="ResponseVerdict.RequestHashMismatch"/>. By then it has paid.
/// </remarks>
internal sealed class StaleSignature(string name, Ratio share) : AnswerFraud(name, share)
{
    /// <summary>Copying what lies ready.</summary>
    private static readonly SimDuration CopyTime = SimDuration.FromMicroseconds(1);

    private readonly LearnedAnswers learned = new();

    protected override SignedInference? Cheat(SignedInference honest, ulong question, IActorContext context) =>
        learned.Of(honest.AskedModel()) is { } earlier
            ? honest with { Steps = new Steps(earlier), Service = CopyTime, TokenTime = SimDuration.Zero }
            : null;

    protected override void Learn(InferenceComputed answer, ModelStore models) => learned.Learn(answer, models);

    private sealed class Steps(LearnedAnswer earlier) : UncomputedSteps(earlier.Outputs)
    {
        public override SignedResponse Sign(EnclaveSigningKey key, Hash32 request, Hash32 output, long timestamp) =>
            earlier.Proof;
    }
}
