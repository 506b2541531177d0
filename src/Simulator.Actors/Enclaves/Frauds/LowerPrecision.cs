using Simulator.Inference.Catalogue;
using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Enclaves.Frauds;

/// <summary>Runs the 8-bit variant of the asked model, <c>NAME-int8@VERSION</c>, where the catalogue has one.</summary>
/// <remarks>Noticed as <see cref="CheaperModel"/> is, but its answers are closer: a tolerance may let them pass.</remarks>
internal sealed class LowerPrecision(string name, Ratio share, Ratio effort) : AnswerFraud(name, share)
{
    private const string Suffix = "-int8@";

    protected override SignedInference? Cheat(SignedInference honest, ulong question, IActorContext context)
    {
        string variant = (honest.AskedModel() ?? "").Replace("@", Suffix, StringComparison.Ordinal);
        return honest.Settings.Models.Find(variant) is ModelLookup.Found coarse
            ? Instead(honest, new Steps(coarse), effort)
            : null;
    }

    private sealed class Steps(ModelLookup.Found coarse) : AnswerSteps
    {
        public override ModelLookup.Found Choose(ModelLookup.Found asked) => coarse;
    }
}
