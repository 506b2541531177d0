using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Simulator.Protocol.Settlement;

/// <summary>JSON as JavaScript writes it: what <c>JSON.stringify(JSON.parse(text))</c> gives.</summary>
/// <remarks>
/// Members whose names are array indexes come first in ascending order, others as written; of members named twice the
/// last value stays in the first one's place. Numbers are IEEE doubles in their shortest form (ECMA-262
/// §Number::toString). Strings escape quotation marks, backslashes, control characters and halves of
/// surrogate pairs only.
/// </remarks>
public static class JavaScriptJson
{
    /// <summary>The deepest nesting read.</summary>
    public const int DepthMax = 64;

    private const uint ArrayIndexMax = uint.MaxValue - 1;

    /// <returns>Null when the bytes are not JSON, nest deeper than <see cref="DepthMax"/>, or hold half a surrogate
    /// pair.</returns>
    public static string? Normalise(ReadOnlyMemory<byte> json)
    {
        using JsonDocument? document = StrictJson.Parse(json, DepthMax, allowDuplicates: true);
        return document is null ? null : Stringify(document.RootElement);
    }

    /// <summary>A string with its quotation marks.</summary>
    public static string Quote(string text)
    {
        StringBuilder quoted = new("\"", text.Length + 2);
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
            {
                quoted.Append(text[i]).Append(text[++i]);
            }
            else
            {
                AppendEscaped(quoted, text[i]);
            }
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Null when the value holds half a surrogate pair, which has no UTF-8 form.</summary>
    internal static string? Stringify(JsonElement element)
    {
        StringBuilder json = new();
        try
        {
            Append(json, element);
        }
        catch (InvalidOperationException)
        {
            return null;
        }

        return json.ToString();
    }

    private static void Append(StringBuilder json, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object: AppendObject(json, element); break;
            case JsonValueKind.Array: AppendArray(json, element); break;
            case JsonValueKind.String: json.Append(Quote(element.GetString()!)); break;
            case JsonValueKind.Number: json.Append(Number(element.GetRawText())); break;
            default: json.Append(element.GetRawText()); break;
        }
    }

    private static void AppendArray(StringBuilder json, JsonElement array)
    {
        string separator = "[";
        foreach (JsonElement item in array.EnumerateArray())
        {
            json.Append(separator);
            Append(json, item);
            separator = ",";
        }

        json.Append(separator == "[" ? "[]" : "]");
    }

    private static void AppendObject(StringBuilder json, JsonElement element)
    {
        Dictionary<string, JsonElement> last = [];
        List<string> names = [];
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!last.ContainsKey(member.Name))
            {
                names.Add(member.Name);
            }

            last[member.Name] = member.Value;
        }

        string separator = "{";
        foreach (string name in names.OrderBy(name => ArrayIndex(name) ?? uint.MaxValue))
        {
            json.Append(separator).Append(Quote(name)).Append(':');
            Append(json, last[name]);
            separator = ",";
        }

        json.Append(separator == "{" ? "{}" : "}");
    }

    private static uint? ArrayIndex(string name)
    {
        bool isCanonical = name.Length > 0 && name.All(char.IsAsciiDigit) && (name[0] != '0' || name.Length == 1);
        bool isIndex = uint.TryParse(name, CultureInfo.InvariantCulture, out uint index) && index <= ArrayIndexMax;
        return isCanonical && isIndex ? index : null;
    }

    /// <summary>
    /// A number literal as JavaScript prints the double it stands for; beyond the range it becomes null.
    /// </summary>
    private static string Number(string literal)
    {
        double value = double.Parse(literal, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsInfinity(value))
        {
            return "null";
        }

        // Minus zero prints as zero.
        return value == 0 ? "0" : Shortest(value);
    }

    private static string Shortest(double value)
    {
        string text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        int mark = text.IndexOf('E', StringComparison.Ordinal);
        string mantissa = mark < 0 ? text : text[..mark];
        int exponent = mark < 0 ? 0 : int.Parse(text.AsSpan(mark + 1), CultureInfo.InvariantCulture);
        string[] parts = mantissa.Split('.');
        string digits = string.Concat(parts);
        int leadingZeros = digits.Length - digits.TrimStart('0').Length;
        return (value < 0 ? "-" : "") + Place(digits.Trim('0'), parts[0].Length - leadingZeros + exponent);
    }

    /// <summary>Digits d₁d₂… standing for 0.d₁d₂… × 10^point.</summary>
    private static string Place(string digits, int point)
    {
        if (point > 21 || point < -5)
        {
            string fraction = digits.Length > 1 ? "." + digits[1..] : "";
            string exponent = Math.Abs(point - 1).ToString(CultureInfo.InvariantCulture);
            return $"{digits[0]}{fraction}e{(point > 0 ? '+' : '-')}{exponent}";
        }

        if (point <= 0)
        {
            return "0." + new string('0', -point) + digits;
        }

        return digits.Length <= point
            ? digits + new string('0', point - digits.Length)
            : $"{digits[..point]}.{digits[point..]}";
    }

    private static void AppendEscaped(StringBuilder quoted, char character)
    {
        _ = character switch
        {
            '"' => quoted.Append("\\\""),
            '\\' => quoted.Append("\\\\"),
            '\b' => quoted.Append("\\b"),
            '\f' => quoted.Append("\\f"),
            '\n' => quoted.Append("\\n"),
            '\r' => quoted.Append("\\r"),
            '\t' => quoted.Append("\\t"),
            < ' ' or (>= '\ud800' and <= '\udfff') =>
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
            _ => quoted.Append(character),
        };
    }
}
