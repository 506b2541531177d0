using Simulator.Inference.Text;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pricing;
using Simulator.Protocol.Responses;
using Simulator.Records;

namespace Simulator.Actors.Users;

/// <summary>One answer under a client's eyes: what was asked, what came back, and whom it was asked from.</summary>
/// <param name="Sent">The canonical request bytes the client itself sent.</param>
/// <param name="Received">The response body as it came.</param>
/// <param name="TeeId">Whom the client asked.</param>
/// <param name="SigningKey">That node's key as the client knows it.</param>
internal sealed record AnswerCheck(byte[] Sent, byte[] Received, Hash32 TeeId, byte[] SigningKey)
{
    /// <summary>More tokens are billed than the two texts have.</summary>
    public const string UsageOverstated = "UsageOverstated";

    /// <summary>The tokenizer of the model that was asked; null for a model of tensors.</summary>
    public TextModel? Text { get; init; }

    /// <summary>What the client holds in hand, for anyone to judge again; null when the body cannot be read.</summary>
    public AnswerReceived? Describe(RequestId request, OpgAmount price) =>
        AnswerBody.TryRead(Received, out AnswerBody? response, out _)
            ? new AnswerReceived(
                request,
                response.Proof.TeeId,
                Keccak256.Hash(Sent),
                OutputString.Hash(response.Output),
                response.Proof.Timestamp,
                response.Proof.Signature.ToArray(),
                price,
                response.Output)
            : null;

    /// <summary>What a careless client does: any answer it can read is good.</summary>
    public string? RejectUnreadable() =>
        AnswerBody.TryRead(Received, out _, out ResponseRefusal refusal) ? null : refusal.ToString();

    /// <summary>The name of the first check that fails, or null. A pure function; runs as a job.</summary>
    public string? Reject()
    {
        if (!AnswerBody.TryRead(Received, out AnswerBody? response, out ResponseRefusal refusal))
        {
            return refusal.ToString();
        }

        ResponseVerdict verdict = response.Proof.Verify(SigningKey, TeeId, Sent, response.Output);
        return verdict != ResponseVerdict.Accepted ? verdict.ToString()
            : response.Usage is { } usage && IsOverstated(usage, response.Output) ? UsageOverstated
            : null;
    }

    private bool IsOverstated(TokenUsage usage, string answer)
    {
        if (Text is null || !ChatRequestJson.TryRead(Sent, out ChatRequest? request, out _))
        {
            return false;
        }

        (int prompt, int completion) = Text.Count(request, answer);
        return usage.PromptTokens > prompt || usage.CompletionTokens > completion;
    }
}
