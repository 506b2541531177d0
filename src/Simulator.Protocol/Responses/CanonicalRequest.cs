using System.Text.Json;
using Simulator.Primitives;

namespace Simulator.Protocol.Responses;

/// <summary>
/// Shapes a chat request as gateway and client do before hashing. Members appear in code-point order.
/// </summary>
internal static class CanonicalRequest
{
    public static byte[] Bytes(ChatRequest request, CanonicalRule rule)
    {
        Invariant.That(rule != CanonicalRule.Unset);
        CanonicalWriter writer = new();
        writer.BeginObject();
        WriteIfPresent(writer, "max_tokens", request.MaxTokens);
        writer.Name("messages");
        writer.BeginArray();
        foreach (ChatMessage message in request.Messages)
        {
            WriteMessage(writer, message, rule);
        }

        writer.EndArray();
        writer.Member("model", request.Model);
        WriteIfPresent(writer, "response_format", request.ResponseFormat);
        WriteIfPresent(writer, "stop", request.Stop);
        writer.Name("temperature");
        writer.Real(request.Temperature ?? 0.0);
        WriteIfPresent(writer, "tools", request.Tools);
        if (request.WebSearch && rule == CanonicalRule.Current)
        {
            writer.Name("web_search");
            writer.Literal("true");
        }

        writer.EndObject();
        return writer.ToArray();
    }

    public static void WriteIfPresent(CanonicalWriter writer, string name, CanonicalJson value)
    {
        if (value.Text is string text)
        {
            writer.Name(name);
            writer.Literal(text);
        }
    }

    private static void WriteMessage(CanonicalWriter writer, ChatMessage message, CanonicalRule rule)
    {
        writer.BeginObject();
        writer.Name("content");
        WriteContent(writer, message, rule);
        if (message.Role == ChatRole.Function)
        {
            writer.Name("name");
            WriteTextOrNull(writer, message.Name);
        }

        writer.Member("role", RoleName(message.Role));
        if (message.Role == ChatRole.Tool)
        {
            writer.Name("tool_call_id");
            WriteTextOrNull(writer, message.ToolCallId);
        }

        if (message.Role == ChatRole.Assistant && !message.ToolCalls.IsEmpty)
        {
            writer.Name("tool_calls");
            OutputString.WriteToolCalls(writer, message.ToolCalls);
        }

        writer.EndObject();
    }

    private static void WriteContent(CanonicalWriter writer, ChatMessage message, CanonicalRule rule)
    {
        if (message.Text is not null)
        {
            writer.Text(message.Text);
            return;
        }

        using JsonDocument content = JsonDocument.Parse(message.ContentJson);
        switch (message.Role)
        {
            case ChatRole.User
                when rule == CanonicalRule.Current && content.RootElement.ValueKind == JsonValueKind.Array:
                ContentParts.Write(writer, content.RootElement);
                break;
            case ChatRole.User:
                writer.Text(PythonRepr.Text(content.RootElement));
                break;
            case ChatRole.Assistant when !Truth.Of(content.RootElement):
                writer.Text(string.Empty);
                break;
            case ChatRole.Unset:
            case ChatRole.System:
            case ChatRole.Developer:
            case ChatRole.Assistant:
            case ChatRole.Tool:
            case ChatRole.Function:
            default:
                writer.Element(content.RootElement);
                break;
        }
    }

    private static void WriteTextOrNull(CanonicalWriter writer, string? text)
    {
        if (text is null)
        {
            writer.Literal("null");
        }
        else
        {
            writer.Text(text);
        }
    }

    private static string RoleName(ChatRole role) => role switch
    {
        ChatRole.System or ChatRole.Developer => "system",
        ChatRole.User => "user",
        ChatRole.Assistant => "assistant",
        ChatRole.Tool => "tool",
        ChatRole.Function => "function",
        ChatRole.Unset => throw Invariant.Unreachable(role),
    };
}
