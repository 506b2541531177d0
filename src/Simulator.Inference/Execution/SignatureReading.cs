using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Execution;

/// <summary>Reads a model's declared inputs and outputs from an open session.</summary>
internal static class SignatureReading
{
    public static ModelSignature Of(InferenceSession session)
    {
        Dictionary<string, string> metadata = session.ModelMetadata.CustomMetadataMap;
        return new ModelSignature(
            [.. session.InputNames.Select(name => Of(name, session.InputMetadata[name], metadata))],
            [.. session.OutputNames.Select(name => Of(name, session.OutputMetadata[name], metadata))],
            new SortedDictionary<string, string>(metadata, StringComparer.Ordinal));
    }

    private static TensorSignature Of(string name, NodeMetadata node, Dictionary<string, string> metadata)
    {
        int decimals = TensorSignature.DefaultDecimals;
        if (metadata.TryGetValue($"decimals.{name}", out string? text)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int declared)
            && declared <= FixedPoint.MaximumDecimals)
        {
            decimals = declared;
        }

        // Sequences, maps and optional values have no tensor type; the network cannot carry them.
        return node.IsTensor
            ? new TensorSignature(name, node.ElementDataType, node.Dimensions, decimals)
            : new TensorSignature(name, TensorElementType.DataTypeMax, [], decimals);
    }
}
