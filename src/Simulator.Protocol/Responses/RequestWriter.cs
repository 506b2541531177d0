using System.Buffers;
using System.Text.Json;

namespace Simulator.Protocol.Responses;

/// <summary>The wire form of requests: compact JSON in UTF-8, in the members' documented order.</summary>
public static class RequestWriter
{
    public static byte[] Write(ChatRequest request) => Write(writer =>
    {
        writer.WriteString("model", request.Model);
        writer.WriteStartArray("messages");
        foreach (ChatMessage message in request.Messages)
        {
            ChatMessageJson.Write(writer, message);
        }

        writer.WriteEndArray();
        WriteTemperature(writer, request.Temperature);
        WriteIfPresent(writer, "max_tokens", request.MaxTokens);
        WriteIfPresent(writer, "stop", request.Stop);
        WriteIfPresent(writer, "tools", request.Tools);
        WriteIfPresent(writer, "tool_choice", request.ToolChoice);
        WriteIfPresent(writer, "response_format", request.ResponseFormat);
        WriteIfTrue(writer, "web_search", request.WebSearch);
        WriteIfTrue(writer, "stream", request.Stream);
    });

    public static byte[] Write(CompletionRequest request) => Write(writer =>
    {
        writer.WriteString("model", request.Model);
        WriteIfPresent(writer, "prompt", request.Prompt);
        WriteTemperature(writer, request.Temperature);
        WriteIfPresent(writer, "max_tokens", request.MaxTokens);
        WriteIfPresent(writer, "stop", request.Stop);
    });

    internal static byte[] Write(Action<Utf8JsonWriter> members)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter writer = new(buffer);
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteTemperature(Utf8JsonWriter writer, double? temperature)
    {
        if (temperature is double value)
        {
            writer.WritePropertyName("temperature");
            writer.WriteRawValue(PythonFloat.Text(value));
        }
    }

    private static void WriteIfPresent(Utf8JsonWriter writer, string name, CanonicalJson value)
    {
        if (value.Text is string text)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(text);
        }
    }

    private static void WriteIfTrue(Utf8JsonWriter writer, string name, bool value)
    {
        if (value)
        {
            writer.WriteBoolean(name, value);
        }
    }
}
