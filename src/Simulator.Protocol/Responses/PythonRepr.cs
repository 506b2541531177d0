using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Simulator.Protocol.Responses;

/// <summary>Text of a JSON value as Python's <c>str()</c> writes the list or dict it was read into.</summary>
/// <remarks>The older gateway hashes user part lists in this form. protocol: request canonicalisation.</remarks>
internal static class PythonRepr
{
    /// <exception cref="InvalidOperationException">A string of the element is not valid Unicode.</exception>
    public static string Text(JsonElement element)
    {
        StringBuilder text = new();
        Append(text, element);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object: AppendMembers(text, element); break;
            case JsonValueKind.Array: AppendItems(text, element); break;
            case JsonValueKind.String: AppendQuoted(text, element.GetString()!); break;
            case JsonValueKind.Number: text.Append(CanonicalJson.Of(element).Text); break;
            case JsonValueKind.True: text.Append("True"); break;
            case JsonValueKind.False: text.Append("False"); break;
            case JsonValueKind.Undefined:
            case JsonValueKind.Null:
            default: text.Append("None"); break;
        }
    }

    private static void AppendMembers(StringBuilder text, JsonElement element)
    {
        // A repeated name keeps its first place and takes its last value, as in Python's dict.
        List<string> names = [];
        Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!members.ContainsKey(member.Name))
            {
                names.Add(member.Name);
            }

            members[member.Name] = member.Value;
        }

        text.Append('{');
        for (int i = 0; i < names.Count; i++)
        {
            text.Append(i == 0 ? string.Empty : ", ");
            AppendQuoted(text, names[i]);
            text.Append(": ");
            Append(text, members[names[i]]);
        }

        text.Append('}');
    }

    private static void AppendItems(StringBuilder text, JsonElement element)
    {
        text.Append('[');
        bool isFirst = true;
        foreach (JsonElement item in element.EnumerateArray())
        {
            text.Append(isFirst ? string.Empty : ", ");
            Append(text, item);
            isFirst = false;
        }

        text.Append(']');
    }

    private static void AppendQuoted(StringBuilder text, string value)
    {
        bool hasApostrophe = value.Contains('\'', StringComparison.Ordinal);
        char quote = hasApostrophe && !value.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        text.Append(quote);
        foreach (Rune rune in value.EnumerateRunes())
        {
            AppendRune(text, rune, quote);
        }

        text.Append(quote);
    }

    private static void AppendRune(StringBuilder text, Rune rune, char quote)
    {
        switch (rune.Value)
        {
            case '\\': text.Append("\\\\"); break;
            case '\n': text.Append("\\n"); break;
            case '\r': text.Append("\\r"); break;
            case '\t': text.Append("\\t"); break;
            case int value when value == quote: text.Append('\\').Append(quote); break;
            case int value when !IsPrintable(rune): text.Append(Escape(value)); break;
            default: text.Append(rune.ToString()); break;
        }
    }

    private static string Escape(int value) => value switch
    {
        <= 0xFF => "\\x" + value.ToString("x2", CultureInfo.InvariantCulture),
        <= 0xFFFF => "\\u" + value.ToString("x4", CultureInfo.InvariantCulture),
        _ => "\\U" + value.ToString("x8", CultureInfo.InvariantCulture),
    };

    private static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator);
}
