using Simulator.Protocol.Responses;

namespace Simulator.Actors.Enclaves.Frauds;

/// <summary>The last honest answer of every model: what a cheater needs so as to answer without computing.</summary>
internal sealed class LearnedAnswers
{
    private readonly SortedDictionary<string, MlInferenceResponse> lastOf = new(StringComparer.Ordinal);

    public void Learn(InferenceComputed answer)
    {
        if (MlInferenceResponse.TryRead(answer.Body, out MlInferenceResponse? response, out _))
        {
            lastOf[answer.Model] = response;
        }
    }

    /// <summary>Null as long as the model has not answered once.</summary>
    public MlInferenceResponse? Of(string? model) => model is null ? null : lastOf.GetValueOrDefault(model);
}
