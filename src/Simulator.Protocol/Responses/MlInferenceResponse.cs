using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Tensors;

namespace Simulator.Protocol.Responses;

/// <summary>The signed answer to an <see cref="MlInferenceRequest"/>.</summary>
/// <remarks>
/// The output string is the Python-canonical JSON of the output tensors in the input form, that is in fixed point:
/// live floats would make the hash depend on the machine. A choice of this product, as for the request.
/// </remarks>
/// <param name="Outputs">Wire member <c>output</c>.</param>
/// <param name="ModelHash">
/// SHA-256 of the model file, wire member <c>model_hash</c>; not covered by the signature.
/// </param>
/// <param name="Proof">Wire members <c>tee_…</c>.</param>
public sealed record MlInferenceResponse(TensorSet Outputs, Hash32 ModelHash, SignedResponse Proof)
{
    /// <summary>The string whose hash is signed.</summary>
    public string Output => Outputs.ToCanonicalText();

    public byte[] ToJson() => RequestWriter.Write(writer =>
    {
        writer.WritePropertyName("output");
        writer.WriteRawValue(Output);
        writer.WriteString("model_hash", ModelHash.ToBareString());
        ProofJson.Write(writer, Proof);
    });

    public static bool TryRead(
        ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out MlInferenceResponse? response, out ResponseRefusal refusal)
    {
        (response, refusal) = ResponseReader.Read(utf8, Read);
        return response is not null;
    }

    private static (MlInferenceResponse?, ResponseRefusal) Read(JsonElement body)
    {
        if (!body.TryGetProperty("output", out JsonElement output) || TensorJson.Read(output) is not TensorReading.Read read
            || !Hash32.TryParse(ChatRequestJson.Text(body, "model_hash"), out Hash32 modelHash))
        {
            return (null, ResponseRefusal.OutputMalformed);
        }

        return ProofJson.Read(body) is SignedResponse proof
            ? (new MlInferenceResponse(read.Tensors, modelHash, proof), ResponseRefusal.None)
            : (null, ResponseRefusal.ProofMalformed);
    }
}
