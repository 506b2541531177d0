using System.Globalization;
using System.Text.Json;

using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Settlement;

/// <summary>Reading JSON that others wrote: nothing throws, nothing is guessed.</summary>
internal static class StrictJson
{
    /// <summary>Null when the bytes are not one JSON value, nest too deeply or name a member twice.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> json, int depthMax, bool allowDuplicates = false)
    {
        JsonDocumentOptions options = new() { MaxDepth = depthMax, AllowDuplicateProperties = allowDuplicates };
        try
        {
            return JsonDocument.Parse(json, options);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // A member name with half a surrogate pair cannot become a string.
            return null;
        }
    }

    /// <summary>The members of an object that has exactly these, in any order.</summary>
    public static bool TryMembers(JsonElement element, ReadOnlySpan<string> names, out JsonElement[] members)
    {
        members = new JsonElement[names.Length];
        if (element.ValueKind != JsonValueKind.Object || element.GetPropertyCount() != names.Length)
        {
            return false;
        }

        for (int i = 0; i < names.Length; i++)
        {
            if (!element.TryGetProperty(names[i], out members[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The string an element is; null for other kinds and for half a surrogate pair.</summary>
    public static string? Text(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>0x and 64 digits.</summary>
    public static bool TryHash(JsonElement element, out Hash32 hash)
    {
        hash = default;
        return Text(element) is { Length: 66 } text && IsPrefixed(text) && Hash32.TryParse(text, out hash);
    }

    /// <summary>0x and 40 digits.</summary>
    public static bool TryAddress(JsonElement element, out Address address)
    {
        address = default;
        return Text(element) is { } text && Address.TryParse(text, out address);
    }

    /// <summary>0x and an even number of digits.</summary>
    public static bool TryBytes(JsonElement element, int lengthMax, out byte[] bytes)
    {
        bytes = [];
        return Text(element) is { } text && text.Length <= (2 * lengthMax) + 2 && IsPrefixed(text)
            && Hex.TryDecode(text, out bytes);
    }

    /// <summary>A uint256 as a string of decimal digits without leading zeros.</summary>
    public static bool TryDecimal(JsonElement element, out UInt256 value)
    {
        value = default;
        return Text(element) is { Length: > 0 and <= 78 } text && text.All(char.IsAsciiDigit)
            && (text[0] != '0' || text.Length == 1) && UInt256.TryParse(text, out value);
    }

    /// <summary>A whole number from 0 to 2⁶³−1 as a JSON number without sign, point or exponent.</summary>
    public static bool TryWhole(JsonElement element, out long value)
    {
        value = 0;
        return element.ValueKind == JsonValueKind.Number
            && long.TryParse(element.GetRawText(), NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static bool IsPrefixed(string text) => text.StartsWith("0x", StringComparison.Ordinal);
}
