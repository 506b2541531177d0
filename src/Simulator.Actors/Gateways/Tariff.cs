using Simulator.Primitives;
using Simulator.Protocol.Pricing;
using Simulator.Protocol.Responses;

namespace Simulator.Actors.Gateways;

/// <summary>What an answer costs: the posted price, and for a text every token that it states besides.</summary>
/// <remarks>As the network's gateway does, it bills what the answer says. Source: protocol facts §4.6.</remarks>
internal sealed class Tariff(GatewaySettings settings)
{
    public OpgAmount PriceOf(byte[] body) =>
        !settings.PricePerToken.IsZero && AnswerBody.TryRead(body, out AnswerBody? answer, out _)
            ? PriceOf(answer.Usage ?? default)
            : settings.Price;

    /// <param name="usage">Negative counts are billed as zero.</param>
    public OpgAmount PriceOf(TokenUsage usage) => settings.Price
        + (settings.PricePerToken * (ulong)(Math.Max(0, usage.PromptTokens) + Math.Max(0, usage.CompletionTokens)));
}
