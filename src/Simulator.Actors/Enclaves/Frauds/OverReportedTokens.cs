using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Pricing;
using Simulator.Protocol.Responses;

namespace Simulator.Actors.Enclaves.Frauds;

/// <summary>States twice the tokens that the answer has; the answer itself is honest, and usage is not signed.</summary>
/// <remarks>A client that counts with the model's tokenizer notices: <c>UsageOverstated</c>. By then it has paid.</remarks>
internal sealed class OverReportedTokens(string name, Ratio share) : AnswerFraud(name, share)
{
    private const int Factor = 2;

    protected override SignedInference? Cheat(SignedInference honest, ulong question, IActorContext context) =>
        honest.IsOpenEnded ? honest with { Steps = new Steps() } : null;

    protected override TokenUsage? Worth(InferenceComputed answer) =>
        AnswerBody.TryRead(answer.Body, out AnswerBody? body, out _) && body.Usage is { } stated
            ? stated with { CompletionTokens = stated.CompletionTokens / Factor }
            : null;

    private sealed class Steps : AnswerSteps
    {
        public override TokenUsage Bill(TokenUsage used) => used with { CompletionTokens = Factor * used.CompletionTokens };
    }
}
