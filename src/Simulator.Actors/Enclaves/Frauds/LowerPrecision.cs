using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Enclaves.Frauds;

/// <summary>Runs the 8-bit variant of the asked model, where the catalogue has one, at the full price.</summary>
/// <remarks>Noticed as <see cref="CheaperModel"/> is, but its answers are closer: a tolerance may let them pass.</remarks>
internal sealed class LowerPrecision(string name, Ratio share, Ratio effort) : AnswerFraud(name, share)
{
    protected override SignedInference? Cheat(SignedInference honest, ulong question, IActorContext context) =>
        honest.AskedModel() is { } asked && VariantSteps.VariantOf(honest.Settings, asked, EnclaveSettings.EightBits) is not null
            ? Instead(honest, new VariantSteps(EnclaveSettings.EightBits), effort)
            : null;
}
