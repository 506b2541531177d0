using System.Globalization;
using System.Text.Json;

namespace Simulator.Protocol.Tensors;

/// <summary>Reads the form that <see cref="TensorJson"/> writes, from anyone.</summary>
internal static class TensorJsonReader
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 6, AllowDuplicateProperties = false };

    public static TensorReading Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > TensorLimits.MaximumJsonBytes)
        {
            return new TensorReading.Malformed($"more than {TensorLimits.MaximumJsonBytes} bytes");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Strict);
            return Read(document.RootElement);
        }
        catch (JsonException problem)
        {
            return new TensorReading.Malformed(problem.Message);
        }
    }

    public static TensorReading Read(JsonElement root)
    {
        try
        {
            return new TensorReading.Read(SetOf(root));
        }
        catch (JsonException problem)
        {
            return new TensorReading.Malformed(problem.Message);
        }
        catch (InvalidOperationException)
        {
            // What the reader says of a text that is no valid Unicode.
            return new TensorReading.Malformed("a text is not valid Unicode");
        }
    }

    private static TensorSet SetOf(JsonElement root)
    {
        Expect(root, JsonValueKind.Object, "the whole");
        OnlyKeys(root, "numbers", "strings");
        return new TensorSet(ListOf(root, "numbers", NumbersOf), ListOf(root, "strings", StringsOf));
    }

    private static T[] ListOf<T>(JsonElement root, string key, Func<JsonElement, T> read)
    {
        if (!root.TryGetProperty(key, out JsonElement list))
        {
            return [];
        }

        Expect(list, JsonValueKind.Array, "the list of tensors");
        Limit(list.GetArrayLength(), TensorLimits.MaximumTensors, "tensors");
        return [.. list.EnumerateArray().Select(read)];
    }

    private static FixedPointTensor NumbersOf(JsonElement tensor)
    {
        string name = NameOf(tensor);
        FixedPoint[] values = [.. ValuesOf(tensor, name).Select(value => NumberOf(value, name))];
        if (!tensor.TryGetProperty("shape", out JsonElement shape))
        {
            throw new JsonException($"'{name}' has no shape");
        }

        FixedPointTensor read = new(name, values, ShapeOf(shape, name));
        return read.ElementsOfShape() == values.Length ? read : throw Unfit(name, values.Length);
    }

    private static StringTensor StringsOf(JsonElement tensor)
    {
        string name = NameOf(tensor);
        string[] values = [.. ValuesOf(tensor, name).Select(value => TextOf(value, name))];
        StringTensor read = new(name, values, TextShapeOf(tensor, name, values.Length));
        return read.ElementsOfShape() == values.Length ? read : throw Unfit(name, values.Length);
    }

    private static string NameOf(JsonElement tensor)
    {
        Expect(tensor, JsonValueKind.Object, "a tensor");
        OnlyKeys(tensor, "name", "values", "shape");
        string name = tensor.TryGetProperty("name", out JsonElement text)
            ? TextOf(text, "name")
            : throw new JsonException("a tensor has no name");
        Limit(name.Length, TensorLimits.MaximumNameLength, "letters in a name");
        return name;
    }

    private static JsonElement.ArrayEnumerator ValuesOf(JsonElement tensor, string name)
    {
        JsonElement values = tensor.TryGetProperty("values", out JsonElement list)
            ? list
            : throw new JsonException($"'{name}' has no values");
        Expect(values, JsonValueKind.Array, $"values of '{name}'");
        Limit(values.GetArrayLength(), TensorLimits.MaximumElements, $"values in '{name}'");
        return values.EnumerateArray();
    }

    // The contract's text tensors carry no shape; such a one is a plain list.
    private static uint[] TextShapeOf(JsonElement tensor, string name, int count) =>
        tensor.TryGetProperty("shape", out JsonElement shape) ? ShapeOf(shape, name) : [(uint)count];

    private static uint[] ShapeOf(JsonElement shape, string name)
    {
        Expect(shape, JsonValueKind.Array, $"shape of '{name}'");
        Limit(shape.GetArrayLength(), TensorLimits.MaximumRank, $"dimensions in '{name}'");
        return [.. shape.EnumerateArray().Select(size => DimensionOf(size, name))];
    }

    private static JsonException Unfit(string name, int count) =>
        new($"shape of '{name}' does not hold its {count} values");

    private static uint DimensionOf(JsonElement size, string name) =>
        size.ValueKind == JsonValueKind.Number && size.TryGetUInt32(out uint dimension)
            ? dimension
            : throw new JsonException($"shape of '{name}': a dimension is not a 32-bit count");

    private static FixedPoint NumberOf(JsonElement number, string name)
    {
        Expect(number, JsonValueKind.Object, $"a value of '{name}'");
        OnlyKeys(number, "value", "decimals");
        if (!number.TryGetProperty("value", out JsonElement value)
            || !number.TryGetProperty("decimals", out JsonElement decimals)
            || value.ValueKind != JsonValueKind.Number
            || decimals.ValueKind != JsonValueKind.Number
            || !TryReadInteger(value, out Int128 integer)
            || !decimals.TryGetInt32(out int places)
            || places is < 0 or > FixedPoint.MaximumDecimals)
        {
            throw new JsonException($"a value of '{name}' is not {{\"value\": int128, \"decimals\": 0 to 18}}");
        }

        return new FixedPoint(integer, places);
    }

    private static bool TryReadInteger(JsonElement value, out Int128 integer) =>
        Int128.TryParse(
            value.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out integer);

    private static string TextOf(JsonElement text, string name)
    {
        Expect(text, JsonValueKind.String, $"a text of '{name}'");
        return text.GetString()!;
    }

    private static void OnlyKeys(JsonElement value, params ReadOnlySpan<string> known)
    {
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (!known.Contains(property.Name))
            {
                throw new JsonException($"unknown key '{property.Name}'; expected {string.Join(", ", known!)}");
            }
        }
    }

    private static void Expect(JsonElement value, JsonValueKind kind, string what)
    {
        if (value.ValueKind != kind)
        {
            throw new JsonException($"{what}: expected {kind}, found {value.ValueKind}");
        }
    }

    private static void Limit(int count, int most, string what)
    {
        if (count > most)
        {
            throw new JsonException($"more than {most} {what}");
        }
    }
}
