using Simulator.Inference.Catalogue;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Tensors;

namespace Simulator.Actors.Enclaves.Frauds;

/// <summary>The last honest answer of every model: what a cheater needs so as to answer without computing.</summary>
internal sealed class LearnedAnswers
{
    private readonly SortedDictionary<string, LearnedAnswer> lastOf = new(StringComparer.Ordinal);

    public void Learn(InferenceComputed answer, ModelStore models)
    {
        if (OutputsOf(answer, models) is { } outputs && AnswerBody.TryRead(answer.Body, out AnswerBody? body, out _))
        {
            lastOf[answer.Model] = new LearnedAnswer(outputs, body.Proof);
        }
    }

    /// <summary>Null as long as the model has not answered once.</summary>
    public LearnedAnswer? Of(string? model) => model is null ? null : lastOf.GetValueOrDefault(model);

    private static TensorSet? OutputsOf(InferenceComputed answer, ModelStore models) =>
        MlInferenceResponse.TryRead(answer.Body, out MlInferenceResponse? tensors, out _) ? tensors.Outputs
        : models.Find(answer.Model) is ModelLookup.Found { Blob.Text: { } text }
            && AnswerBody.TryRead(answer.Body, out AnswerBody? chat, out _) ? text.OutputsOf(chat.Output)
        : null;
}
