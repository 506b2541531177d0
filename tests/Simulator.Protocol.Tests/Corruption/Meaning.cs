using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Simulator.Protocol.Tensors;

namespace Simulator.Protocol.Tests.Corruption;

/// <summary>What a decoded message says, as paths and values, so that a path tells two of them apart.</summary>
internal sealed partial class Meaning
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    private readonly List<(string Path, string Value)> leaves = [];
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    private Meaning()
    {
    }

    public static Meaning OfJson(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Meaning meaning = new();
        meaning.AddJson("", document.RootElement);
        return meaning;
    }

    /// <summary>All members that its constructor or initialiser sets, those of nested records included.</summary>
    public static Meaning Of(object record)
    {
        Meaning meaning = new();
        meaning.AddObject("", record);
        return meaning;
    }

    /// <summary>The first of this meaning's fields that the other one lacks or contradicts, or null.</summary>
    public string? FirstDifference(Meaning other)
    {
        string? path = leaves
            .Where(leaf => !other.values.TryGetValue(leaf.Path, out string? value) || !IsSame(leaf.Value, value))
            .Select(leaf => leaf.Path)
            .FirstOrDefault() ?? other.leaves.Select(leaf => leaf.Path).FirstOrDefault(p => !values.ContainsKey(p));
        return path is null ? null : Index().Replace(path.Replace(".$type", "", StringComparison.Ordinal), "[]");
    }

    // Hexadecimal digits mean the same in either case.
    private static bool IsSame(string left, string right) =>
        left == right
        || (left.Length == right.Length && left.StartsWith("0x", StringComparison.Ordinal)
            && left.Equals(right, StringComparison.OrdinalIgnoreCase)
            && right.StartsWith("0x", StringComparison.Ordinal) && left[2..].All(char.IsAsciiHexDigit));

    private void AddJson(string path, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when element.EnumerateObject().Any():
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    AddJson(Join(path, member.Name), member.Value);
                }

                break;
            case JsonValueKind.Array when element.GetArrayLength() > 0:
                int index = 0;
                foreach (JsonElement item in element.EnumerateArray())
                {
                    AddJson(string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), item);
                }

                break;
            default:
                AddLeaf(path, element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText());
                break;
        }
    }

    private void AddObject(string path, object? value)
    {
        switch (value)
        {
            case byte[] bytes:
                AddLeaf(path, Hex.Encode(bytes));
                break;
            case ReadOnlyMemory<byte> bytes:
                AddLeaf(path, Hex.Encode(bytes.Span));
                break;
            case IEnumerable items and not string:
                int index = 0;
                foreach (object? item in items)
                {
                    AddObject(string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), item);
                }

                break;
            case TensorSet tensors:
                AddObject(Join(path, "numbers"), tensors.Numbers);
                AddObject(Join(path, "strings"), tensors.Strings);
                break;
            case FixedPointTensor tensor:
                AddObject(Join(path, "name"), tensor.Name);
                AddObject(Join(path, "values"), tensor.Values);
                AddObject(Join(path, "shape"), tensor.Shape);
                break;
            case StringTensor tensor:
                AddObject(Join(path, "name"), tensor.Name);
                AddObject(Join(path, "values"), tensor.Values);
                AddObject(Join(path, "shape"), tensor.Shape);
                break;
            case ITuple tuple:
                for (int item = 0; item < tuple.Length; item++)
                {
                    AddObject(string.Create(CultureInfo.InvariantCulture, $"{path}.{item}"), tuple[item]);
                }

                break;
            case null or string or ValueType:
                AddLeaf(path, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                break;
            default:
                AddMembers(path, value);
                break;
        }
    }

    private void AddMembers(string path, object value)
    {
        AddLeaf(Join(path, "$type"), value.GetType().Name);
        foreach (PropertyInfo member in Members.GetOrAdd(
            value.GetType(),
            type => [.. type.GetProperties().Where(found => found.CanWrite && found.GetIndexParameters().Length == 0)]))
        {
            AddObject(Join(path, char.ToLowerInvariant(member.Name[0]) + member.Name[1..]), member.GetValue(value));
        }
    }

    private void AddLeaf(string path, string value)
    {
        leaves.Add((path, value));
        values[path] = value;
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();
}
