using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Simulator.Protocol.Pricing;

namespace Simulator.Protocol.Responses;

/// <summary>Reads whole response bodies. Content in parts is joined, as the client that checks the hash does.</summary>
public static class ResponseReader
{
    /// <summary>In bytes.</summary>
    public const int MaximumLength = 4 * 1024 * 1024;

    private static readonly JsonBody<ResponseRefusal> Body =
        new(MaximumLength, ResponseRefusal.TooLarge, ResponseRefusal.NotAnObject, ResponseRefusal.NotJson);

    public static bool TryRead(
        ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out ChatResponse? response, out ResponseRefusal refusal)
    {
        (response, refusal) = Read(utf8, ReadChat);
        return response is not null;
    }

    public static bool TryRead(
        ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out CompletionResponse? response, out ResponseRefusal refusal)
    {
        (response, refusal) = Read(utf8, ReadCompletion);
        return response is not null;
    }

    internal static (
        T?, ResponseRefusal) Read<T>(ReadOnlyMemory<byte> utf8, Func<JsonElement, (T?, ResponseRefusal)> read)
        where T : class => Body.Read(utf8, read);

    internal static JsonElement? FirstChoice(JsonElement body) =>
        body.TryGetProperty("choices", out JsonElement choices) && choices.ValueKind == JsonValueKind.Array
        && choices.GetArrayLength() > 0 && choices[0].ValueKind == JsonValueKind.Object
            ? choices[0]
            : null;

    private static (ChatResponse?, ResponseRefusal) ReadChat(JsonElement body)
    {
        if (FirstChoice(body) is not JsonElement choice || !choice.TryGetProperty("message", out JsonElement message)
            || message.ValueKind != JsonValueKind.Object || ContentOf(message) is not string content
            || !TryReadCalls(choice, message, out ImmutableArray<ToolCall> calls))
        {
            return (null, ResponseRefusal.ChoiceMalformed);
        }

        if (ProofJson.Read(body) is not SignedResponse proof)
        {
            return (null, ResponseRefusal.ProofMalformed);
        }

        if (!ProofJson.TryReadUsage(body, out TokenUsage? usage))
        {
            return (null, ResponseRefusal.UsageMalformed);
        }

        return (new ChatResponse(TextOrEmpty(body, "id"), TextOrEmpty(body, "model"), content, proof)
        {
            ToolCalls = calls,
            Usage = usage,
        }, ResponseRefusal.None);
    }

    private static (CompletionResponse?, ResponseRefusal) ReadCompletion(JsonElement body)
    {
        if (FirstChoice(body) is not JsonElement choice || ChatRequestJson.Text(choice, "text") is not string text)
        {
            return (null, ResponseRefusal.ChoiceMalformed);
        }

        if (ProofJson.Read(body) is not SignedResponse proof)
        {
            return (null, ResponseRefusal.ProofMalformed);
        }

        if (!ProofJson.TryReadUsage(body, out TokenUsage? usage))
        {
            return (null, ResponseRefusal.UsageMalformed);
        }

        return (new CompletionResponse(TextOrEmpty(body, "id"), TextOrEmpty(body, "model"), text, proof)
        {
            Usage = usage,
        }, ResponseRefusal.None);
    }

    /// <summary>Tool calls count only when the finish reason says so.</summary>
    private static bool TryReadCalls(JsonElement choice, JsonElement message, out ImmutableArray<ToolCall> calls)
    {
        calls = [];
        return ChatRequestJson.Text(choice, "finish_reason") switch
        {
            FinishReasons.Stop => true,
            FinishReasons.ToolCalls => ChatMessageJson.TryReadToolCalls(message, out calls) && !calls.IsEmpty,
            _ => false,
        };
    }

    private static string? ContentOf(JsonElement message)
    {
        if (!message.TryGetProperty("content", out JsonElement content))
        {
            return string.Empty;
        }

        return content.ValueKind switch
        {
            JsonValueKind.String => content.GetString(),
            JsonValueKind.Null => string.Empty,
            JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(PartText)),
            _ => null,
        };
    }

    private static string PartText(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => ChatRequestJson.Text(part, "text") ?? string.Empty,
        JsonValueKind.String => part.GetString()!,
        _ => PythonRepr.Text(part),
    };

    private static string TextOrEmpty(JsonElement body, string name) =>
        ChatRequestJson.Text(body, name) ?? string.Empty;
}
