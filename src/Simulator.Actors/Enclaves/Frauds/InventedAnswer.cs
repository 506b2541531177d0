using Simulator.Actors.Network;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Text;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Tensors;

namespace Simulator.Actors.Enclaves.Frauds;

/// <summary>
/// Invents plausible answers and computes nothing: each number of the model's last honest answer times a factor drawn from
/// 1/2 to 3/2; of a text, its words at random.
/// </summary>
/// <remarks>The first question to each model is answered honestly. Noticed by re-execution only.</remarks>
internal sealed class InventedAnswer(string name, Ratio share) : AnswerFraud(name, share)
{
    private const int Scale = 1_000;

    private readonly LearnedAnswers learned = new();

    protected override SignedInference? Cheat(SignedInference honest, ulong question, IActorContext context) =>
        learned.Of(honest.AskedModel()) is { } earlier
            ? Instead(honest, new UncomputedSteps(Invent(earlier.Outputs, question, context.Random)), Ratio.Zero)
            : null;

    protected override void Learn(InferenceComputed answer, ModelStore models) => learned.Learn(answer, models);

    private static TensorSet Invent(TensorSet like, ulong question, KeyedRandom random)
    {
        ulong index = 0;
        return new TensorSet([.. like.Numbers.Select(tensor => tensor with
        {
            Values = [.. tensor.Values.Select(value =>
                Vary(tensor, value, random.Draw(Draws.InventedAnswer, question, index++)))],
        })]);
    }

    private static FixedPoint Vary(FixedPointTensor tensor, FixedPoint value, Draw draw) =>
        tensor.Name == TextModel.AnswerOutput
            ? tensor.Values[(int)draw.Below(tensor.Values.Length)]
            : value with { Value = value.Value * ((Scale / 2) + draw.Below(Scale + 1)) / Scale };
}
