using Simulator.Inference.Catalogue;
using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Enclaves.Frauds;

/// <summary>Returns an earlier question's output, signed anew for this question; computes nothing.</summary>
/// <remarks>The first question to each model is answered honestly. Noticed by re-execution only.</remarks>
internal sealed class CachedAnswer(string name, Ratio share) : AnswerFraud(name, share)
{
    private readonly LearnedAnswers learned = new();

    protected override SignedInference? Cheat(SignedInference honest, ulong question, IActorContext context) =>
        learned.Of(honest.AskedModel()) is { } earlier
            ? Instead(honest, new UncomputedSteps(earlier.Outputs), Ratio.Zero)
            : null;

    protected override void Learn(InferenceComputed answer, ModelStore models) => learned.Learn(answer, models);
}
