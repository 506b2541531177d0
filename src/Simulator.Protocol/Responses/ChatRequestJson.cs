using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Simulator.Protocol.Responses;

/// <summary>Reads and writes the wire form of chat and completion requests.</summary>
public static class ChatRequestJson
{
    /// <summary>In bytes; the private path's own limit, kept for both paths.</summary>
    public const int MaximumLength = 524_288;

    private static readonly JsonBody<RequestRefusal> Body =
        new(MaximumLength, RequestRefusal.TooLarge, RequestRefusal.NotAnObject, RequestRefusal.NotJson);

    /// <summary>Whether a request body is one for a chat: it has messages.</summary>
    public static bool IsChat(ReadOnlySpan<byte> utf8) => AnswerBody.HasMember(utf8, "messages"u8);

    public static bool TryRead(
        ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out ChatRequest? request, out RequestRefusal refusal)
    {
        (request, refusal) = Read(utf8, ReadChat);
        return request is not null;
    }

    public static bool TryRead(
        ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out CompletionRequest? request, out RequestRefusal refusal)
    {
        (request, refusal) = Read(utf8, ReadCompletion);
        return request is not null;
    }

    internal static (
        T?, RequestRefusal) Read<T>(ReadOnlyMemory<byte> utf8, Func<JsonElement, (T?, RequestRefusal)> read)
        where T : class => Body.Read(utf8, read);

    private static (ChatRequest?, RequestRefusal) ReadChat(JsonElement body)
    {
        if (Text(body, "model") is not { Length: > 0 } model)
        {
            return (null, RequestRefusal.ModelMissing);
        }

        if (!body.TryGetProperty("messages", out JsonElement list)
            || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            return (null, RequestRefusal.MessagesMissing);
        }

        RequestRefusal refusal = ChatMessageJson.TryReadAll(list, out ImmutableArray<ChatMessage> messages);
        if (refusal != RequestRefusal.None)
        {
            return (null, refusal);
        }

        if (!TryReadTemperature(body, out double? temperature))
        {
            return (null, RequestRefusal.TemperatureNotANumber);
        }

        CanonicalJson tools = IfTrue(body, "tools");
        if (!tools.IsAbsent && body.GetProperty("tools").ValueKind != JsonValueKind.Array)
        {
            return (null, RequestRefusal.ToolsNotAList);
        }

        return (new ChatRequest(model, messages)
        {
            Temperature = temperature,
            MaxTokens = IfNotNull(body, "max_tokens"),
            Stop = IfTrue(body, "stop"),
            Tools = tools,
            ResponseFormat = IfTrue(body, "response_format"),
            WebSearch = !IfTrue(body, "web_search").IsAbsent,
            Stream = !IfTrue(body, "stream").IsAbsent,
            ToolChoice = IfNotNull(body, "tool_choice"),
        }, RequestRefusal.None);
    }

    private static (CompletionRequest?, RequestRefusal) ReadCompletion(JsonElement body)
    {
        if (Text(body, "model") is not { Length: > 0 } model)
        {
            return (null, RequestRefusal.ModelMissing);
        }

        CanonicalJson prompt = IfNotNull(body, "prompt");
        if (prompt.IsAbsent)
        {
            return (null, RequestRefusal.PromptMissing);
        }

        if (!TryReadTemperature(body, out double? temperature))
        {
            return (null, RequestRefusal.TemperatureNotANumber);
        }

        return (new CompletionRequest(model, prompt)
        {
            Temperature = temperature,
            MaxTokens = IfNotNull(body, "max_tokens"),
            Stop = IfTrue(body, "stop"),
        }, RequestRefusal.None);
    }

    internal static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static bool TryReadTemperature(JsonElement body, out double? temperature)
    {
        temperature = null;
        if (!body.TryGetProperty("temperature", out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.Number)
        {
            return false;
        }

        temperature = value.GetDouble();
        return double.IsFinite(temperature.Value);
    }

    private static CanonicalJson IfNotNull(JsonElement body, string name) =>
        body.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? CanonicalJson.Of(value)
            : default;

    private static CanonicalJson IfTrue(JsonElement body, string name) =>
        body.TryGetProperty(name, out JsonElement value) && Truth.Of(value) ? CanonicalJson.Of(value) : default;
}
