using System.Collections.Immutable;
using System.Text.Json;

namespace Simulator.Protocol.Responses;

/// <summary>
/// Tensors as JSON: <c>{"numbers": [{name, values: [{value, decimals}], shape}], "strings": […]}</c>.
/// </summary>
/// <remarks>
/// The inference node's own input form (protocol: ONNX node); outputs use it too, see <see
/// cref="MlInferenceResponse"/>.
/// </remarks>
internal static class TensorJson
{
    private const int MaximumTensors = 256;
    private const int MaximumRank = 16;

    public static void Write(CanonicalWriter writer, TensorSet tensors)
    {
        writer.BeginObject();
        writer.Name("numbers");
        writer.BeginArray();
        foreach (NumberTensor tensor in tensors.Numbers)
        {
            WriteTensor(writer, tensor.Name, tensor.Shape, tensor.Values, WriteNumber);
        }

        writer.EndArray();
        writer.Name("strings");
        writer.BeginArray();
        foreach (StringTensor tensor in tensors.Strings)
        {
            WriteTensor(writer, tensor.Name, tensor.Shape, tensor.Values, static (to, text) => to.Text(text));
        }

        writer.EndArray();
        writer.EndObject();
    }

    /// <summary>The tensors, or null when anything is missing, of another type, or shape and values disagree.</summary>
    public static TensorSet? Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object
            || !TryReadList(element, "numbers", ReadNumbers, out ImmutableArray<NumberTensor> numbers)
            || !TryReadList(element, "strings", ReadStrings, out ImmutableArray<StringTensor> strings))
        {
            return null;
        }

        return new TensorSet(numbers, strings);
    }

    private static void WriteTensor<T>(
        CanonicalWriter writer,
        string name,
        ImmutableArray<long> shape,
        ImmutableArray<T> values,
        Action<CanonicalWriter, T> writeValue)
    {
        writer.BeginObject();
        writer.Member("name", name);
        writer.Name("shape");
        writer.BeginArray();
        foreach (long extent in shape)
        {
            writer.Integer(extent);
        }

        writer.EndArray();
        writer.Name("values");
        writer.BeginArray();
        foreach (T value in values)
        {
            writeValue(writer, value);
        }

        writer.EndArray();
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

    private static bool TryReadList<T>(
        JsonElement owner, string name, Func<JsonElement, T?> read, out ImmutableArray<T> items)
        where T : class
    {
        items = [];
        if (!owner.TryGetProperty(name, out JsonElement list))
        {
            return true;
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MaximumTensors)
        {
            return false;
        }

        items = [.. list.EnumerateArray().Select(read).OfType<T>()];
        return items.Length == list.GetArrayLength();
    }

    private static NumberTensor? ReadNumbers(JsonElement element)
    {
        if (Values(element) is not JsonElement.ArrayEnumerator values)
        {
            return null;
        }

        ImmutableArray<FixedPoint>.Builder numbers = ImmutableArray.CreateBuilder<FixedPoint>();
        foreach (JsonElement item in values)
        {
            if (!TryReadNumber(item, out FixedPoint number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return TryReadFrame(element, numbers.Count, out string name, out ImmutableArray<long> shape)
            ? new NumberTensor(name, numbers.ToImmutable(), shape)
            : null;
    }

    private static StringTensor? ReadStrings(JsonElement element)
    {
        if (Values(element) is not JsonElement.ArrayEnumerator values)
        {
            return null;
        }

        ImmutableArray<string>.Builder texts = ImmutableArray.CreateBuilder<string>();
        foreach (JsonElement item in values)
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                return null;
            }

            texts.Add(item.GetString()!);
        }

        return TryReadFrame(element, texts.Count, out string name, out ImmutableArray<long> shape)
            ? new StringTensor(name, texts.ToImmutable(), shape)
            : null;
    }

    private static JsonElement.ArrayEnumerator? Values(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("values", out JsonElement values)
        && values.ValueKind == JsonValueKind.Array
            ? values.EnumerateArray()
            : null;

    private static bool TryReadNumber(JsonElement element, out FixedPoint number)
    {
        number = default;
        if (element.ValueKind != JsonValueKind.Object
            || !TryReadInteger(element, "value", out long value)
            || !TryReadInteger(element, "decimals", out long decimals)
            || decimals is < 0 or > FixedPoint.MaximumDecimals)
        {
            return false;
        }

        number = new FixedPoint(value, (int)decimals);
        return true;
    }

    private static bool TryReadFrame(JsonElement element, int count, out string name, out ImmutableArray<long> shape)
    {
        (name, shape) = (string.Empty, []);
        if (element.ValueKind != JsonValueKind.Object || ChatRequestJson.Text(element, "name") is not string text
            || !element.TryGetProperty("shape", out JsonElement extents) || extents.ValueKind != JsonValueKind.Array
            || extents.GetArrayLength() > MaximumRank)
        {
            return false;
        }

        name = text;
        shape = [.. extents.EnumerateArray().Select(static extent => TryReadInteger(extent, out long n) ? n : -1)];
        Int128 product = 1;
        foreach (long extent in shape)
        {
            product = extent < 0 || product > count ? -1 : product * extent;
        }

        return product == count;
    }

    private static bool TryReadInteger(JsonElement element, string name, out long value)
    {
        value = 0;
        return element.TryGetProperty(name, out JsonElement number) && TryReadInteger(number, out value);
    }

    private static bool TryReadInteger(JsonElement element, out long value)
    {
        value = 0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out value);
    }
}
