using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Simulator.Protocol.Pricing;

namespace Simulator.Protocol.Responses;

/// <summary>A streamed chat answer, received whole: a client checks it before it releases any of it.</summary>
public sealed record StreamedResponse(string Model, StreamedOutput Streamed, string FinishReason, SignedResponse Proof, TokenUsage? Usage)
{
    private const string Prefix = "data: ";
    private const int MaximumToolCalls = 1024;

    /// <summary>What must hash to the proof's output hash.</summary>
    public string Output => FinishReason == FinishReasons.ToolCalls ? Streamed.Output : Streamed.Text;

    /// <summary>Reads all events up to and including <c>[DONE]</c>.</summary>
    public static bool TryRead(
        ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out StreamedResponse? response, out ResponseRefusal refusal)
    {
        response = null;
        if (utf8.Length > ResponseReader.MaximumLength)
        {
            refusal = ResponseRefusal.TooLarge;
            return false;
        }

        StreamedOutput streamed = new();
        foreach (string line in Encoding.UTF8.GetString(utf8.Span).Split("\n\n"))
        {
            if (response is not null && line == Prefix + "[DONE]")
            {
                refusal = ResponseRefusal.None;
                return true;
            }

            refusal = ReadEvent(line, streamed, ref response);
            if (refusal != ResponseRefusal.None)
            {
                response = null;
                return false;
            }
        }

        response = null;
        refusal = ResponseRefusal.StreamTruncated;
        return false;
    }

    private static ResponseRefusal ReadEvent(string line, StreamedOutput streamed, ref StreamedResponse? response)
    {
        if (line.Length == 0)
        {
            return ResponseRefusal.StreamTruncated;
        }

        if (response is not null || !line.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return ResponseRefusal.EventMalformed;
        }

        byte[] json = Encoding.UTF8.GetBytes(line[Prefix.Length..]);
        (Chunk? chunk, ResponseRefusal refusal) = ResponseReader.Read(json, body => ReadChunk(body, streamed));
        response = chunk?.Response;
        return chunk is null ? refusal : ResponseRefusal.None;
    }

    private static (Chunk?, ResponseRefusal) ReadChunk(JsonElement body, StreamedOutput streamed)
    {
        if (body.TryGetProperty("error", out _))
        {
            return (null, ResponseRefusal.StreamFailed);
        }

        if (ResponseReader.FirstChoice(body) is not JsonElement choice
            || !choice.TryGetProperty("delta", out JsonElement delta) || delta.ValueKind != JsonValueKind.Object
            || !TryAddDelta(delta, streamed))
        {
            return (null, ResponseRefusal.ChoiceMalformed);
        }

        return ChatRequestJson.Text(choice, "finish_reason") switch
        {
            null => (new Chunk(null), ResponseRefusal.None),
            FinishReasons.Stop => ReadFinal(body, streamed, FinishReasons.Stop),
            FinishReasons.ToolCalls => ReadFinal(body, streamed, FinishReasons.ToolCalls),
            _ => (null, ResponseRefusal.ChoiceMalformed),
        };
    }

    private static (Chunk?, ResponseRefusal) ReadFinal(JsonElement body, StreamedOutput streamed, string finishReason)
    {
        if (ProofJson.Read(body) is not SignedResponse proof)
        {
            return (null, ResponseRefusal.ProofMalformed);
        }

        if (!ProofJson.TryReadUsage(body, out TokenUsage? usage))
        {
            return (null, ResponseRefusal.UsageMalformed);
        }

        string model = ChatRequestJson.Text(body, "model") ?? string.Empty;
        return (new Chunk(new StreamedResponse(model, streamed, finishReason, proof, usage)), ResponseRefusal.None);
    }

    private static bool TryAddDelta(JsonElement delta, StreamedOutput streamed)
    {
        if (delta.TryGetProperty("content", out JsonElement content) && content.ValueKind != JsonValueKind.Null)
        {
            if (content.ValueKind != JsonValueKind.String)
            {
                return false;
            }

            streamed.AddText(content.GetString()!);
        }

        if (!ChatMessageJson.TryReadToolCalls(delta, out ImmutableArray<ToolCall> fragments))
        {
            return false;
        }

        return fragments.IsEmpty || TryAddFragments(delta.GetProperty("tool_calls"), fragments, streamed);
    }

    private static bool TryAddFragments(JsonElement list, ImmutableArray<ToolCall> fragments, StreamedOutput streamed)
    {
        foreach ((JsonElement element, ToolCall fragment) in list.EnumerateArray().Zip(fragments))
        {
            if (!element.TryGetProperty("index", out JsonElement at) || at.ValueKind != JsonValueKind.Number
                || !at.TryGetInt32(out int index) || index is < 0 or >= MaximumToolCalls)
            {
                return false;
            }

            streamed.AddToolCall(index, fragment);
        }

        return true;
    }

    /// <summary>One readable event; the last one completes the response.</summary>
    private sealed record Chunk(StreamedResponse? Response);
}
