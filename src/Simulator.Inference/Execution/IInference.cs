using Simulator.Inference.Catalogue;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Execution;

/// <summary>
/// Answers questions to models: by computing (<see cref="InferenceEngine"/>) or from a record
/// (<see cref="Facts.RecordedInference"/>).
/// </summary>
public interface IInference
{
    /// <summary>A pure function of its arguments, callable from any thread. Records nothing.</summary>
    InferenceAnswer Run(ModelBlob model, TensorSet inputs, ExecutionProfile profile);
}
