using Simulator.Inference.Catalogue;
using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Enclaves.Frauds;

/// <summary>
/// Runs another model of the catalogue and signs its answer as that of the asked one, with the asked one's model hash.
/// </summary>
/// <remarks>No client notices: hashes and signature are in order. Re-execution does, where the answers differ.</remarks>
internal sealed class CheaperModel(string name, Ratio share, ModelLookup.Found cheaper, Ratio effort)
    : AnswerFraud(name, share)
{
    protected override SignedInference? Cheat(SignedInference honest, ulong question, IActorContext context) =>
        honest.AskedModel() is { } asked && asked != cheaper.Reference.ToString()
            ? Instead(honest, new Steps(cheaper), effort)
            : null;

    private sealed class Steps(ModelLookup.Found cheaper) : AnswerSteps
    {
        public override ModelLookup.Found Choose(EnclaveSettings settings, ModelLookup.Found asked) => cheaper;
    }
}
