using Simulator.Protocol.Pricing;

namespace Simulator.Protocol.Responses;

/// <summary>The whole answer to a text completion request. protocol: output string and response bodies.</summary>
/// <param name="Id"><c>cmpl-</c> and a UUID.</param>
/// <param name="Model">Echo of the request.</param>
/// <param name="Text">What is signed.</param>
/// <param name="Proof">Its timestamp is also the member <c>created</c>.</param>
public sealed record CompletionResponse(string Id, string Model, string Text, SignedResponse Proof)
{
    public TokenUsage? Usage { get; init; }

    public byte[] ToJson() => RequestWriter.Write(writer =>
    {
        writer.WriteString("id", Id);
        writer.WriteString("object", "text_completion");
        writer.WriteNumber("created", Proof.Timestamp);
        writer.WriteString("model", Model);
        writer.WriteStartArray("choices");
        writer.WriteStartObject();
        writer.WriteString("text", Text);
        writer.WriteNumber("index", 0);
        writer.WriteString("finish_reason", FinishReasons.Stop);
        writer.WriteEndObject();
        writer.WriteEndArray();
        ProofJson.Write(writer, Proof);
        ProofJson.WriteUsage(writer, Usage);
    });
}
