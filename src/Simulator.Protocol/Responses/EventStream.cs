using System.Text;
using System.Text.Json;
using Simulator.Protocol.Pricing;

namespace Simulator.Protocol.Responses;

/// <summary>Server-sent events of a streamed chat answer, each with its closing empty line.</summary>
/// <remarks>protocol: output string and response bodies.</remarks>
public static class EventStream
{
    public const string Done = "data: [DONE]\n\n";
    public const string Failure = "data: {\"error\": \"Stream processing failed\"}\n\n";

    public static string TextDelta(string model, string text) => Event(writer =>
        WriteChoice(writer, model, null, delta =>
        {
            delta.WriteString("content", text);
            delta.WriteString("role", "assistant");
        }));

    /// <summary>A tool call, or a fragment of one; fragments of one index are joined in order.</summary>
    public static string ToolCallDelta(string model, int index, ToolCall call) => Event(writer =>
        WriteChoice(writer, model, null, delta =>
        {
            delta.WriteString("content", string.Empty);
            delta.WriteString("role", "assistant");
            delta.WriteStartArray("tool_calls");
            delta.WriteStartObject();
            delta.WriteNumber("index", index);
            delta.WriteString("id", call.Id);
            delta.WriteString("type", call.Type);
            delta.WriteStartObject("function");
            delta.WriteString("name", call.Name);
            delta.WriteString("arguments", call.Arguments);
            delta.WriteEndObject();
            delta.WriteEndObject();
            delta.WriteEndArray();
        }));

    /// <summary>The chunk that carries the proof over everything sent before it.</summary>
    public static string Final(
        string model, string finishReason, SignedResponse proof, TokenUsage? usage) => Event(writer =>
    {
        WriteChoice(writer, model, finishReason, static _ => { });
        ProofJson.Write(writer, proof);
        ProofJson.WriteUsage(writer, usage);
    });

    private static string Event(Action<Utf8JsonWriter> members) =>
        "data: " + Encoding.UTF8.GetString(RequestWriter.Write(members)) + "\n\n";

    private static void WriteChoice(
        Utf8JsonWriter writer, string model, string? finishReason, Action<Utf8JsonWriter> delta)
    {
        writer.WriteStartArray("choices");
        writer.WriteStartObject();
        writer.WriteStartObject("delta");
        delta(writer);
        writer.WriteEndObject();
        writer.WriteNumber("index", 0);
        writer.WriteString("finish_reason", finishReason);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteString("model", model);
    }
}
