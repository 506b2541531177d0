using System.Collections.Immutable;
using Simulator.Protocol.Pricing;

namespace Simulator.Protocol.Responses;

/// <summary>The whole answer to a chat request. protocol: output string and response bodies.</summary>
/// <remarks>Only text or tool calls are signed; id, model echo and usage are not.</remarks>
/// <param name="Id"><c>chatcmpl-</c> and a UUID.</param>
/// <param name="Model">Echo of the request.</param>
/// <param name="Content">The assistant's text.</param>
/// <param name="Proof">Its timestamp is also the member <c>created</c>.</param>
public sealed record ChatResponse(string Id, string Model, string Content, SignedResponse Proof)
{
    /// <summary>Not empty when the answer ends in tool calls; they are then what is signed.</summary>
    public ImmutableArray<ToolCall> ToolCalls { get; init; } = [];

    public TokenUsage? Usage { get; init; }

    public string FinishReason => ToolCalls.IsEmpty ? FinishReasons.Stop : FinishReasons.ToolCalls;

    /// <summary>The string whose hash is signed.</summary>
    public string Output => ToolCalls.IsEmpty ? Content : OutputString.OfToolCalls(ToolCalls);

    public byte[] ToJson() => RequestWriter.Write(writer =>
    {
        writer.WriteString("id", Id);
        writer.WriteString("object", "chat.completion");
        writer.WriteNumber("created", Proof.Timestamp);
        writer.WriteString("model", Model);
        writer.WriteStartArray("choices");
        writer.WriteStartObject();
        writer.WriteNumber("index", 0);
        writer.WriteStartObject("message");
        writer.WriteString("role", "assistant");
        writer.WriteString("content", Content);
        if (!ToolCalls.IsEmpty)
        {
            writer.WritePropertyName("tool_calls");
            ChatMessageJson.WriteToolCalls(writer, ToolCalls);
        }

        writer.WriteEndObject();
        writer.WriteString("finish_reason", FinishReason);
        writer.WriteEndObject();
        writer.WriteEndArray();
        ProofJson.Write(writer, Proof);
        ProofJson.WriteUsage(writer, Usage);
    });
}
