using System.Collections.Immutable;
using System.Text.Json;
using Simulator.Primitives;

namespace Simulator.Protocol.Responses;

/// <summary>Reads and writes the messages of a chat request.</summary>
internal static class ChatMessageJson
{
    public static RequestRefusal TryReadAll(JsonElement list, out ImmutableArray<ChatMessage> messages)
    {
        ImmutableArray<ChatMessage>.Builder read = ImmutableArray.CreateBuilder<ChatMessage>(list.GetArrayLength());
        messages = [];
        foreach (JsonElement element in list.EnumerateArray())
        {
            RequestRefusal refusal = TryRead(element, out ChatMessage? message);
            if (message is null)
            {
                return refusal;
            }

            read.Add(message);
        }

        messages = read.MoveToImmutable();
        return RequestRefusal.None;
    }

    public static void Write(Utf8JsonWriter writer, ChatMessage message)
    {
        writer.WriteStartObject();
        writer.WriteString("role", RoleName(message.Role));
        writer.WritePropertyName("content");
        if (message.Text is null)
        {
            writer.WriteRawValue(message.ContentJson);
        }
        else
        {
            writer.WriteStringValue(message.Text);
        }

        if (!message.ToolCalls.IsEmpty)
        {
            writer.WritePropertyName("tool_calls");
            WriteToolCalls(writer, message.ToolCalls);
        }

        if (message.ToolCallId is not null)
        {
            writer.WriteString("tool_call_id", message.ToolCallId);
        }

        if (message.Name is not null)
        {
            writer.WriteString("name", message.Name);
        }

        writer.WriteEndObject();
    }

    public static void WriteToolCalls(Utf8JsonWriter writer, ImmutableArray<ToolCall> calls)
    {
        writer.WriteStartArray();
        foreach (ToolCall call in calls)
        {
            writer.WriteStartObject();
            writer.WriteString("id", call.Id);
            writer.WriteString("type", call.Type);
            writer.WriteStartObject("function");
            writer.WriteString("name", call.Name);
            writer.WriteString("arguments", call.Arguments);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Missing members count as empty; anything that is not text is refused.</summary>
    public static bool TryReadToolCalls(JsonElement owner, out ImmutableArray<ToolCall> calls)
    {
        calls = [];
        if (!owner.TryGetProperty("tool_calls", out JsonElement list) || !Truth.Of(list))
        {
            return true;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        ImmutableArray<ToolCall>.Builder read = ImmutableArray.CreateBuilder<ToolCall>();
        foreach (JsonElement element in list.EnumerateArray())
        {
            if (!TryReadToolCall(element, out ToolCall? call))
            {
                return false;
            }

            read.Add(call!);
        }

        calls = read.ToImmutable();
        return true;
    }

    private static bool TryReadToolCall(JsonElement element, out ToolCall? call)
    {
        call = null;
        if (element.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        bool hasFunction = element.TryGetProperty("function", out JsonElement function);
        if (hasFunction && function.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        bool isText = IsTextOrMissing(element, "id") && IsTextOrMissing(element, "type")
            && (!hasFunction || (IsTextOrMissing(function, "name") && IsTextOrMissing(function, "arguments")));
        if (isText)
        {
            string name = hasFunction ? ChatRequestJson.Text(function, "name") ?? string.Empty : string.Empty;
            string arguments = hasFunction ? ChatRequestJson.Text(function, "arguments") ?? string.Empty : string.Empty;
            call = new ToolCall(ChatRequestJson.Text(element, "id") ?? string.Empty, name, arguments)
            {
                Type = ChatRequestJson.Text(element, "type") ?? "function",
            };
        }

        return isText;
    }

    private static RequestRefusal TryRead(JsonElement element, out ChatMessage? message)
    {
        message = null;
        if (element.ValueKind != JsonValueKind.Object)
        {
            return RequestRefusal.MessageMalformed;
        }

        ChatRole role = RoleOf(ChatRequestJson.Text(element, "role"));
        if (role == ChatRole.Unset)
        {
            return RequestRefusal.UnknownRole;
        }

        if (!IsTextOrMissing(element, "tool_call_id") || !IsTextOrMissing(element, "name"))
        {
            return RequestRefusal.MessageMalformed;
        }

        ImmutableArray<ToolCall> calls = [];
        if (role == ChatRole.Assistant && !TryReadToolCalls(element, out calls))
        {
            return RequestRefusal.ToolCallMalformed;
        }

        message = new ChatMessage(role)
        {
            Text = ChatRequestJson.Text(element, "content"),
            ContentJson = ContentOf(element),
            ToolCalls = calls,
            ToolCallId = role == ChatRole.Tool ? ChatRequestJson.Text(element, "tool_call_id") : null,
            Name = role == ChatRole.Function ? ChatRequestJson.Text(element, "name") : null,
        };
        return RequestRefusal.None;
    }

    private static string ContentOf(JsonElement element)
    {
        bool isStructured = element.TryGetProperty("content", out JsonElement content)
            && content.ValueKind != JsonValueKind.String;
        if (isStructured)
        {
            // Reading every string now keeps invalid Unicode out of the hash rules later.
            _ = CanonicalJson.Of(content);
        }

        return isStructured ? content.GetRawText() : "null";
    }

    private static bool IsTextOrMissing(JsonElement element, string name) =>
        !element.TryGetProperty(name, out JsonElement value)
        || value.ValueKind is JsonValueKind.String or JsonValueKind.Null;

    private static ChatRole RoleOf(string? name) => name switch
    {
        "system" => ChatRole.System,
        "developer" => ChatRole.Developer,
        "user" => ChatRole.User,
        "assistant" => ChatRole.Assistant,
        "tool" => ChatRole.Tool,
        "function" => ChatRole.Function,
        _ => ChatRole.Unset,
    };

    private static string RoleName(ChatRole role) => role switch
    {
        ChatRole.System => "system",
        ChatRole.Developer => "developer",
        ChatRole.User => "user",
        ChatRole.Assistant => "assistant",
        ChatRole.Tool => "tool",
        ChatRole.Function => "function",
        ChatRole.Unset => throw Invariant.Unreachable(role),
    };
}
