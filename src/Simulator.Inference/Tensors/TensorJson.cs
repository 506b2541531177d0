using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Simulator.Inference.Tensors;

/// <summary>The <c>model_inputs</c> text of a node's <c>POST /infer</c> (protocol facts §7.7).</summary>
/// <remarks>
/// <c>{"numbers":[{"name","values":[{"value","decimals"}],"shape"}],"strings":[{"name","values","shape"}]}</c>
/// </remarks>
public static class TensorJson
{
    public static byte[] Write(TensorSet tensors)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("numbers");
            foreach (FixedPointTensor tensor in tensors.Numbers)
            {
                WriteTensor(writer, tensor);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("strings");
            foreach (StringTensor tensor in tensors.Strings)
            {
                WriteTensor(writer, tensor);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what a stranger sent: everything is limited, unknown and repeated keys are refused.</summary>
    public static TensorReading Parse(ReadOnlyMemory<byte> json) => TensorJsonReader.Read(json);

    private static void WriteTensor(Utf8JsonWriter writer, FixedPointTensor tensor)
    {
        writer.WriteStartObject();
        writer.WriteString("name", tensor.Name);
        writer.WriteStartArray("values");
        foreach (FixedPoint value in tensor.Values)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("value");
            writer.WriteRawValue(value.Value.ToString(CultureInfo.InvariantCulture), skipInputValidation: true);
            writer.WriteNumber("decimals", value.Decimals);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteShape(writer, tensor.Shape);
        writer.WriteEndObject();
    }

    private static void WriteTensor(Utf8JsonWriter writer, StringTensor tensor)
    {
        writer.WriteStartObject();
        writer.WriteString("name", tensor.Name);
        writer.WriteStartArray("values");
        foreach (string value in tensor.Values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
        WriteShape(writer, tensor.Shape);
        writer.WriteEndObject();
    }

    private static void WriteShape(Utf8JsonWriter writer, uint[] shape)
    {
        writer.WriteStartArray("shape");
        foreach (uint dimension in shape)
        {
            writer.WriteNumberValue(dimension);
        }

        writer.WriteEndArray();
    }
}
