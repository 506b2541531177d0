using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Simulator.Protocol.Responses;

/// <summary>
/// Writes JSON byte for byte as Python's <c>json.dumps(…, sort_keys=True)</c> does with its defaults.
/// </summary>
/// <remarks>
/// Separators <c>", "</c> and <c>": "</c>; keys by code point; ASCII only, everything outside 0x20–0x7E as lower-case
/// <c>\uXXXX</c>. Members written by name are the caller's to order. protocol: request canonicalisation.
/// </remarks>
internal sealed class CanonicalWriter
{
    private readonly ArrayBufferWriter<byte> output = new(256);
    private bool needsSeparator;

    public byte[] ToArray() => output.WrittenSpan.ToArray();

    public string ToText() => Encoding.ASCII.GetString(output.WrittenSpan);

    public void BeginObject() => Open((byte)'{');

    public void EndObject() => Close((byte)'}');

    public void BeginArray() => Open((byte)'[');

    public void EndArray() => Close((byte)']');

    public void Name(string name)
    {
        Text(name);
        output.Write(": "u8);
        needsSeparator = false;
    }

    public void Text(string value)
    {
        Separate();
        Byte((byte)'"');
        foreach (char unit in value)
        {
            Character(unit);
        }

        Byte((byte)'"');
        needsSeparator = true;
    }

    public void Integer(Int128 value) => Literal(value.ToString(CultureInfo.InvariantCulture));

    public void Real(double value) => Literal(PythonFloat.Text(value));

    /// <summary>Text that is already canonical.</summary>
    public void Literal(string canonical)
    {
        Separate();
        Encoding.ASCII.GetBytes(canonical, output);
        needsSeparator = true;
    }

    public void Member(string name, string value)
    {
        Name(name);
        Text(value);
    }

    /// <exception cref="InvalidOperationException">
    /// A string is not valid Unicode, or a number beyond double.
    /// </exception>
    public void Element(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object: Members(element); break;
            case JsonValueKind.Array: Items(element); break;
            case JsonValueKind.String: Text(element.GetString()!); break;
            case JsonValueKind.Number: Number(element.GetRawText()); break;
            case JsonValueKind.Undefined:
            case JsonValueKind.Null:
            case JsonValueKind.True:
            case JsonValueKind.False:
            default: Literal(element.GetRawText()); break;
        }
    }

    private void Members(JsonElement element)
    {
        // Of members that share a name the last one counts, as for Python's dict.
        SortedDictionary<string, JsonElement> members = new(CodePointOrder.Instance);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        BeginObject();
        foreach ((string name, JsonElement value) in members)
        {
            Name(name);
            Element(value);
        }

        EndObject();
    }

    private void Items(JsonElement element)
    {
        BeginArray();
        foreach (JsonElement item in element.EnumerateArray())
        {
            Element(item);
        }

        EndArray();
    }

    private void Number(string raw)
    {
        if (raw.AsSpan().IndexOfAny('.', 'e', 'E') >= 0)
        {
            double value = double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
            Real(double.IsFinite(value) ? value : throw new InvalidOperationException("number beyond double: " + raw));
        }
        else
        {
            Literal(raw == "-0" ? "0" : raw);
        }
    }

    private void Character(char unit)
    {
        ReadOnlySpan<byte> shortEscape = unit switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\n' => "\\n"u8,
            '\r' => "\\r"u8,
            '\t' => "\\t"u8,
            '\b' => "\\b"u8,
            '\f' => "\\f"u8,
            _ => default,
        };
        if (!shortEscape.IsEmpty)
        {
            output.Write(shortEscape);
        }
        else if (unit is >= ' ' and <= '~')
        {
            Byte((byte)unit);
        }
        else
        {
            Encoding.ASCII.GetBytes("\\u" + ((int)unit).ToString("x4", CultureInfo.InvariantCulture), output);
        }
    }

    private void Open(byte bracket)
    {
        Separate();
        Byte(bracket);
        needsSeparator = false;
    }

    private void Close(byte bracket)
    {
        Byte(bracket);
        needsSeparator = true;
    }

    private void Separate()
    {
        if (needsSeparator)
        {
            output.Write(", "u8);
        }
    }

    private void Byte(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }
}
