using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Facts;

/// <summary>Answers from recorded facts alone; no model is opened.</summary>
/// <remarks>
/// What is not recorded is answered with <see cref="InferenceRefusal.FactMissing"/>, and only
/// <see cref="InferenceFacts.Record"/> makes an error of it: a job nobody receives must not end the run.
/// </remarks>
public sealed class RecordedInference(InferenceFacts facts) : IInference
{
    public InferenceAnswer Run(ModelBlob model, TensorSet inputs, ExecutionProfile profile)
    {
        FactKey key = new(model.Sha256, inputs.Hash(), profile);
        return new InferenceAnswer(
            key,
            facts.TryFind(key, out InferenceOutcome? outcome)
                ? outcome!
                : new InferenceOutcome.Refused(InferenceRefusal.FactMissing, key.ToString()));
    }
}
