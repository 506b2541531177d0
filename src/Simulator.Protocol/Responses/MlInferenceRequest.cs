using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Tensors;

namespace Simulator.Protocol.Responses;

/// <summary>A request to run a model on tensors.</summary>
/// <remarks>
/// The network's own ONNX node neither signs nor hashes what it runs (protocol: ONNX node). Here such requests are
/// covered like chat requests: the request bytes are the Python-canonical JSON of model and inputs. That is a choice of
/// this product, listed among its deviations; it keeps one signature rule for everything an enclave answers.
/// </remarks>
/// <param name="Model">Name and version, or the blob id the hub gave.</param>
/// <param name="Inputs">Wire member <c>model_inputs</c>.</param>
public sealed record MlInferenceRequest(string Model, TensorSet Inputs)
{
    /// <summary>The bytes whose Keccak-256 is the request hash; also the wire form.</summary>
    public byte[] CanonicalBytes()
    {
        CanonicalWriter writer = new();
        writer.BeginObject();
        writer.Member("model", Model);
        writer.Name("model_inputs");
        TensorJson.Write(writer, Inputs);
        writer.EndObject();
        return writer.ToArray();
    }

    public Hash32 RequestHash() => Keccak256.Hash(CanonicalBytes());

    /// <summary>
    /// Reads the wire form; <c>model_inputs</c> may be an object or, as the node takes it, a JSON text of one.
    /// </summary>
    public static bool TryRead(
        ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out MlInferenceRequest? request, out RequestRefusal refusal)
    {
        (request, refusal) = ChatRequestJson.Read(utf8, Read);
        return request is not null;
    }

    private static (MlInferenceRequest?, RequestRefusal) Read(JsonElement body)
    {
        if (ChatRequestJson.Text(body, "model") is not { Length: > 0 } model)
        {
            return (null, RequestRefusal.ModelMissing);
        }

        if (!body.TryGetProperty("model_inputs", out JsonElement inputs)
            || ReadInputs(inputs) is not TensorReading.Read read)
        {
            return (null, RequestRefusal.InputsMalformed);
        }

        return (new MlInferenceRequest(model, read.Tensors), RequestRefusal.None);
    }

    private static TensorReading ReadInputs(JsonElement inputs) => inputs.ValueKind == JsonValueKind.String
        ? TensorJson.Parse(Encoding.UTF8.GetBytes(inputs.GetString()!))
        : TensorJson.Read(inputs);
}
