using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Protocol.Tensors;

namespace Simulator.Actors.Enclaves.Frauds;

/// <summary>Says that a model has put out something, and runs none; no fact is established.</summary>
internal class UncomputedSteps(TensorSet outputs) : AnswerSteps
{
    public override (InferenceAnswer? Fact, InferenceOutcome Outcome) Run(
        EnclaveSettings settings, ModelLookup.Found model, TensorSet inputs) =>
        (null, new InferenceOutcome.Completed(outputs));
}
