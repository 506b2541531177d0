using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Protocol.Enclaves;

namespace Simulator.Experiments;

/// <summary>What the runs of an experiment share: it never changes, or only remembers what it has computed.</summary>
internal sealed class SharedParts(ModelStore? models) : IDisposable
{
    public ModelStore Models { get; } = models ?? ModelStore.Shipped();

    public InferenceEngine Inference { get; } = new();

    public EnclaveKeyPool Keys { get; } = EnclaveKeyPool.OfThisMachine;

    public void Dispose() => Inference.Dispose();
}
