using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Tensors;

namespace Simulator.Actors.Enclaves.Frauds;

/// <summary>
/// Invents plausible numbers: each of the model's last honest answer times a factor drawn from 1/2 to 3/2; computes nothing.
/// </summary>
/// <remarks>The first question to each model is answered honestly. Noticed by re-execution only.</remarks>
internal sealed class InventedAnswer(string name, Ratio share) : AnswerFraud(name, share)
{
    private const int Scale = 1_000;

    private readonly LearnedAnswers learned = new();

    protected override SignedInference? Cheat(SignedInference honest, ulong question, IActorContext context) =>
        learned.Of(honest.AskedModel()) is { } earlier
            ? honest with
            {
                Steps = new UncomputedSteps(Invent(earlier.Outputs, question, context.Random)),
                Service = TimeOf(honest, Ratio.Zero),
            }
            : null;

    protected override void Learn(InferenceComputed answer) => learned.Learn(answer);

    private static TensorSet Invent(TensorSet like, ulong question, KeyedRandom random)
    {
        ulong index = 0;
        return new TensorSet(
        [
            .. like.Numbers.Select(tensor => tensor with
            {
                Values = [.. tensor.Values.Select(value => Vary(value, random.Draw(Draws.InventedAnswer, question, index++)))],
            }),
        ]);
    }

    private static FixedPoint Vary(FixedPoint value, Draw draw) =>
        value with { Value = value.Value * ((Scale / 2) + draw.Below(Scale + 1)) / Scale };
}
