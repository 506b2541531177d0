using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pricing;

namespace Simulator.Protocol.Responses;

/// <summary>What an answer of either kind, of tensors or of text, has in common.</summary>
/// <param name="Output">The string whose hash is signed.</param>
/// <param name="Proof">Members <c>tee_…</c>.</param>
/// <param name="Usage">Tokens as the answer states them, unsigned; null where it states none.</param>
public sealed record AnswerBody(string Output, SignedResponse Proof, TokenUsage? Usage)
{
    /// <summary>SHA-256 of the model file as a tensor answer states it; zero for a text, which states none.</summary>
    public Hash32 ModelHash { get; init; }

    /// <summary>Reads a body: one with choices as a chat answer, any other as one of tensors.</summary>
    public static bool TryRead(
        ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out AnswerBody? answer, out ResponseRefusal refusal)
    {
        answer = null;
        if (HasMember(utf8.Span, "choices"u8))
        {
            if (ResponseReader.TryRead(utf8, out ChatResponse? chat, out refusal))
            {
                answer = new AnswerBody(chat.Output, chat.Proof, chat.Usage);
            }
        }
        else if (MlInferenceResponse.TryRead(utf8, out MlInferenceResponse? tensors, out refusal))
        {
            answer = new AnswerBody(tensors.Output, tensors.Proof, null) { ModelHash = tensors.ModelHash };
        }

        return answer is not null;
    }

    /// <summary>Whether a JSON object has a member; false for anything that is no object.</summary>
    internal static bool HasMember(ReadOnlySpan<byte> utf8, ReadOnlySpan<byte> name)
    {
        if (utf8.IndexOf(name) < 0)
        {
            return false;
        }

        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = CanonicalJson.MaximumDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name))
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return false;
    }
}
