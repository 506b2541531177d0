using System.Text.Json;
using Simulator.Protocol.Responses;

namespace Simulator.Protocol.Tensors;

/// <summary>Tensors as JSON, the <c>model_inputs</c> of a node's <c>POST /infer</c> (protocol facts §7.7).</summary>
/// <remarks>
/// <c>{"numbers": [{"name", "shape", "values": [{"decimals", "value"}]}], "strings": [{"name", "shape", "values"}]}</c>
/// is written Python-canonically, so that the text an enclave hashes and the text it sends are one.
/// </remarks>
public static class TensorJson
{
    /// <summary>ASCII bytes of the canonical form.</summary>
    public static byte[] Write(TensorSet tensors)
    {
        CanonicalWriter writer = new();
        Write(writer, tensors);
        return writer.ToArray();
    }

    /// <summary>Reads what a stranger sent: everything is limited, unknown and repeated keys are refused.</summary>
    public static TensorReading Parse(ReadOnlyMemory<byte> json) => TensorJsonReader.Read(json);

    /// <summary>As <see cref="Parse"/>, of a part of a document; its depth is the caller's to limit.</summary>
    internal static TensorReading Read(JsonElement element) => TensorJsonReader.Read(element);

    internal static void Write(CanonicalWriter writer, TensorSet tensors)
    {
        writer.BeginObject();
        writer.Name("numbers");
        WriteList(writer, tensors.Numbers, static (to, tensor) => WriteTensor(
            to, tensor.Name, tensor.Shape, tensor.Values, WriteNumber));
        writer.Name("strings");
        WriteList(writer, tensors.Strings, static (to, tensor) => WriteTensor(
            to, tensor.Name, tensor.Shape, tensor.Values, static (into, text) => into.Text(text)));
        writer.EndObject();
    }

    private static void WriteTensor<T>(
        CanonicalWriter writer, string name, uint[] shape, T[] values, Action<CanonicalWriter, T> writeValue)
    {
        writer.BeginObject();
        writer.Member("name", name);
        writer.Name("shape");
        WriteList(writer, shape, static (to, dimension) => to.Integer(dimension));
        writer.Name("values");
        WriteList(writer, values, writeValue);
        writer.EndObject();
    }

    private static void WriteNumber(CanonicalWriter writer, FixedPoint number)
    {
        writer.BeginObject();
        writer.Name("decimals");
        writer.Integer(number.Decimals);
        writer.Name("value");
        writer.Integer(number.Value);
        writer.EndObject();
    }

    private static void WriteList<T>(CanonicalWriter writer, IReadOnlyList<T> items, Action<CanonicalWriter, T> write)
    {
        writer.BeginArray();
        foreach (T item in items)
        {
            write(writer, item);
        }

        writer.EndArray();
    }
}
