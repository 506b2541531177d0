using System.Text.Json;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pricing;

namespace Simulator.Protocol.Responses;

/// <summary>The members <c>tee_…</c> and <c>usage</c> of a response body.</summary>
internal static class ProofJson
{
    // Integers beyond this are not exact in every JSON reader.
    private const long LargestCount = 1L << 53;

    public static void Write(Utf8JsonWriter writer, SignedResponse proof)
    {
        writer.WriteString("tee_signature", proof.SignatureText);
        writer.WriteString("tee_request_hash", proof.RequestHash.ToBareString());
        writer.WriteString("tee_output_hash", proof.OutputHash.ToBareString());
        writer.WriteNumber("tee_timestamp", proof.Timestamp);
        writer.WriteString("tee_id", proof.TeeId.ToString());
    }

    public static void WriteUsage(Utf8JsonWriter writer, TokenUsage? usage)
    {
        if (usage is TokenUsage tokens)
        {
            writer.WriteStartObject("usage");
            writer.WriteNumber("prompt_tokens", tokens.PromptTokens);
            writer.WriteNumber("completion_tokens", tokens.CompletionTokens);
            writer.WriteNumber("total_tokens", tokens.TotalTokens);
            writer.WriteEndObject();
        }
    }

    /// <summary>The proof, or null when a member is missing or malformed.</summary>
    public static SignedResponse? Read(JsonElement body)
    {
        string? signatureText = ChatRequestJson.Text(body, "tee_signature");
        const int limit = TeeSignature.MaximumSignatureLength;
        bool isWhole = CanonicalBase64.TryDecode(signatureText, limit, out byte[] signature)
            & TryReadHash(body, "tee_request_hash", out Hash32 requestHash)
            & TryReadHash(body, "tee_output_hash", out Hash32 outputHash)
            & TryReadHash(body, "tee_id", out Hash32 teeId)
            & TryReadCount(body, "tee_timestamp", out long timestamp)
            & timestamp >= 0;
        return isWhole ? new SignedResponse(requestHash, outputHash, timestamp, teeId, signature) : null;
    }

    /// <summary>Usage under either pair of names; false when it is there but unreadable.</summary>
    public static bool TryReadUsage(JsonElement body, out TokenUsage? usage)
    {
        usage = null;
        if (!body.TryGetProperty("usage", out JsonElement tokens) || tokens.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (tokens.ValueKind != JsonValueKind.Object
            || !TryReadEither(tokens, "prompt_tokens", "input_tokens", out long prompt)
            || !TryReadEither(tokens, "completion_tokens", "output_tokens", out long completion))
        {
            return false;
        }

        usage = new TokenUsage(prompt, completion);
        return true;
    }

    private static bool TryReadEither(JsonElement tokens, string name, string otherName, out long count) =>
        TryReadCount(tokens, name, out count) || TryReadCount(tokens, otherName, out count);

    private static bool TryReadHash(JsonElement body, string name, out Hash32 hash) =>
        Hash32.TryParse(ChatRequestJson.Text(body, name), out hash);

    private static bool TryReadCount(JsonElement body, string name, out long count)
    {
        count = 0;
        return body.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt64(out count) && count is >= -LargestCount and <= LargestCount;
    }
}
