using System.Globalization;
using System.Text;
using System.Text.Json;

using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>Compact JSON with members in the order they are written.</summary>
/// <remarks>
/// Own code because the bytes matter: <c>JSON.stringify</c> and the Python server's serialiser escape only quotes,
/// backslashes and control characters, while the platform's writer also escapes others.
/// </remarks>
internal sealed class JsonTextWriter
{
    private readonly StringBuilder text = new();
    private bool needsComma;

    public JsonTextWriter Object(string? name = null)
    {
        Begin(name);
        text.Append('{');
        needsComma = false;
        return this;
    }

    public JsonTextWriter End() => Close('}');

    public JsonTextWriter List(string? name = null)
    {
        Begin(name);
        text.Append('[');
        needsComma = false;
        return this;
    }

    public JsonTextWriter EndList() => Close(']');

    public JsonTextWriter Text(string? name, string value)
    {
        Begin(name);
        Quote(value);
        return this;
    }

    /// <summary>Nothing for null: absent members are omitted, never written as null.</summary>
    public JsonTextWriter OptionalText(string name, string? value) => value is null ? this : Text(name, value);

    public JsonTextWriter Number(string name, UInt256 value) => Text(name, value.ToString());

    public JsonTextWriter Address(string name, Address value) => Text(name, value.ToString());

    public JsonTextWriter Integer(string name, long value)
    {
        Begin(name);
        text.Append(value.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    public JsonTextWriter Boolean(string name, bool value)
    {
        Begin(name);
        text.Append(value ? "true" : "false");
        return this;
    }

    /// <summary>Nothing for null.</summary>
    public JsonTextWriter Free(string? name, JsonText? value)
    {
        if (value is not null)
        {
            Begin(name);
            text.Append(value.Text);
        }

        return this;
    }

    public JsonTextWriter Value(JsonElement element, string? name = null)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                Object(name);
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    Value(member.Value, member.Name);
                }

                return End();
            case JsonValueKind.Array:
                List(name);
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Value(item);
                }

                return EndList();
            case JsonValueKind.String:
                return Text(name, element.GetString()!);
            default:
                Begin(name);
                text.Append(element.GetRawText());
                return this;
        }
    }

    public override string ToString() => text.ToString();

    private JsonTextWriter Close(char bracket)
    {
        text.Append(bracket);
        needsComma = true;
        return this;
    }

    private void Begin(string? name)
    {
        if (needsComma)
        {
            text.Append(',');
        }

        needsComma = true;
        if (name is not null)
        {
            Quote(name);
            text.Append(':');
        }
    }

    private void Quote(string value)
    {
        text.Append('"');
        foreach (char character in value)
        {
            switch (character)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ': text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"); break;
                default: text.Append(character); break;
            }
        }

        text.Append('"');
    }
}
