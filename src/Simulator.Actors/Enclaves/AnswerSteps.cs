using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pricing;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Tensors;

namespace Simulator.Actors.Enclaves;

/// <summary>How one answer is made. These steps are the honest ones; a fraud overrides those in which it cheats.</summary>
/// <remarks>They run on worker threads: pure functions of what the object was made with.</remarks>
internal class AnswerSteps
{
    public static readonly AnswerSteps Honest = new();

    /// <summary>The model that answers when <paramref name="asked"/> is asked.</summary>
    public virtual ModelLookup.Found Choose(EnclaveSettings settings, ModelLookup.Found asked) => asked;

    /// <summary>What the model says, with the fact that was established by running it, if it was run.</summary>
    public virtual (InferenceAnswer? Fact, InferenceOutcome Outcome) Run(
        EnclaveSettings settings, ModelLookup.Found model, TensorSet inputs)
    {
        InferenceAnswer answer = settings.Inference.Run(model.Blob, inputs, settings.Profile);
        return (answer, answer.Outcome);
    }

    /// <summary>The signature under hashes of request and output.</summary>
    public virtual SignedResponse Sign(EnclaveSigningKey key, Hash32 request, Hash32 output, long timestamp) =>
        SignedResponse.Sign(key, request, output, timestamp);

    /// <summary>The tokens that are billed for those that were used.</summary>
    public virtual TokenUsage Bill(TokenUsage used) => used;
}
