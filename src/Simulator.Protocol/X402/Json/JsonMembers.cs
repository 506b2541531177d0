using System.Text.Json;

using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>
/// Members of a JSON object, read one by one; the first thing wrong is remembered and the rest reads as defaults.
/// </summary>
/// <remarks>Members nobody asks for are ignored, as the reference schemas do.</remarks>
internal sealed class JsonMembers
{
    private readonly JsonMembers root;
    private readonly string path;
    private ParseRefusal? refusal;

    public JsonMembers(JsonElement element)
    {
        Element = element;
        root = this;
        path = string.Empty;
    }

    private JsonMembers(JsonElement element, JsonMembers root, string path)
    {
        Element = element;
        this.root = root;
        this.path = path;
    }

    public JsonElement Element { get; }

    public ParseRefusal? Refusal => root.refusal;

    public bool IsObject => Element.ValueKind == JsonValueKind.Object;

    public bool Has(string name) => IsObject && Element.TryGetProperty(name, out _);

    public string Text(string name)
    {
        JsonElement? member = Find(name, JsonValueKind.String, isRequired: true);
        return member?.GetString() ?? string.Empty;
    }

    /// <summary>Null when absent, or JSON null.</summary>
    public string? OptionalText(string name) => Find(name, JsonValueKind.String, isRequired: false)?.GetString();

    public bool Boolean(string name)
    {
        if (!TryFind(name, isRequired: true, out JsonElement member))
        {
            return false;
        }

        if (member.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return member.GetBoolean();
        }

        Refuse(ParseProblem.WrongType, name);
        return false;
    }

    public int Integer(string name, int minimum)
    {
        JsonElement? member = Find(name, JsonValueKind.Number, isRequired: true);
        if (member is null)
        {
            return 0;
        }

        if (!member.Value.TryGetInt32(out int value) || value < minimum)
        {
            Refuse(ParseProblem.OutOfRange, name);

            // Reading goes on to the end of the message: what follows may rely on the range.
            return minimum;
        }

        return value;
    }

    /// <summary>A number in a string, decimal or 0x hexadecimal, as <c>BigInt()</c> reads it.</summary>
    public UInt256 Number(string name)
    {
        string text = Text(name);
        if (Refusal is null && !UInt256.TryParse(text, out _))
        {
            Refuse(ParseProblem.OutOfRange, name);
        }

        return UInt256.TryParse(text, out UInt256 value) ? value : default;
    }

    /// <summary>As <see cref="Number"/>, of at most 128 bits.</summary>
    public UInt128 Number128(string name)
    {
        UInt256 number = Number(name);
        if (number.High != 0)
        {
            Refuse(ParseProblem.OutOfRange, name);
            return 0;
        }

        return number.Low;
    }

    public Address Address(string name)
    {
        string text = Text(name);
        if (Refusal is null && !Ethereum.Address.TryParse(text, out _))
        {
            Refuse(ParseProblem.OutOfRange, name);
        }

        return Ethereum.Address.TryParse(text, out Address value) ? value : default;
    }

    public Hash32 Hash(string name)
    {
        string text = Text(name);
        bool isHash = text.Length == 66 & Hash32.TryParse(text, out Hash32 value);
        if (Refusal is null && !isHash)
        {
            Refuse(ParseProblem.OutOfRange, name);
        }

        return isHash ? value : default;
    }

    /// <summary>0x and an even number of hexadecimal digits, kept as text.</summary>
    public string HexText(string name)
    {
        string text = Text(name);
        bool isHex = text.StartsWith("0x", StringComparison.Ordinal) && Hex.TryDecode(text, out _);
        if (Refusal is null && !isHex)
        {
            Refuse(ParseProblem.OutOfRange, name);
        }

        return text;
    }

    /// <summary>An object; when it is missing or no object, every further read from it is refused.</summary>
    public JsonMembers Object(string name)
    {
        JsonElement? member = Find(name, JsonValueKind.Object, isRequired: true);
        return new JsonMembers(member ?? default, root, PathOf(name));
    }

    public JsonMembers? OptionalObject(string name)
    {
        JsonElement? member = Find(name, JsonValueKind.Object, isRequired: false);
        return member is null ? null : new JsonMembers(member.Value, root, PathOf(name));
    }

    /// <summary>A free-form object, kept as text.</summary>
    public JsonText? OptionalFreeObject(string name)
    {
        JsonElement? member = Find(name, JsonValueKind.Object, isRequired: false);
        return member is null ? null : JsonText.From(member.Value);
    }

    public IReadOnlyList<T> List<T>(string name, int minimum, Func<JsonMembers, T> read)
    {
        JsonElement? member = Find(name, JsonValueKind.Array, isRequired: true);
        if (member is null)
        {
            return [];
        }

        int length = member.Value.GetArrayLength();
        if (length < minimum || length > JsonLimits.Elements)
        {
            Refuse(ParseProblem.OutOfRange, name);
            return [];
        }

        List<T> elements = new(length);
        foreach (JsonElement element in member.Value.EnumerateArray())
        {
            elements.Add(read(new JsonMembers(element, root, $"{PathOf(name)}[{elements.Count}]")));
        }

        return elements;
    }

    /// <summary>The members' names in the order they came; none for anything but an object.</summary>
    public IEnumerable<string> Names() => IsObject ? [.. Element.EnumerateObject().Select(member => member.Name)] : [];

    /// <summary>The text of this element itself, for lists of strings.</summary>
    public string OwnText()
    {
        if (Element.ValueKind == JsonValueKind.String)
        {
            return Element.GetString()!;
        }

        root.refusal ??= new ParseRefusal(ParseProblem.WrongType, path);
        return string.Empty;
    }

    public void Refuse(ParseProblem problem, string name) => root.refusal ??= new ParseRefusal(problem, PathOf(name));

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private JsonElement? Find(string name, JsonValueKind kind, bool isRequired)
    {
        if (!TryFind(name, isRequired, out JsonElement member))
        {
            return null;
        }

        if (member.ValueKind == kind)
        {
            return member;
        }

        Refuse(ParseProblem.WrongType, name);
        return null;
    }

    private bool TryFind(string name, bool isRequired, out JsonElement member)
    {
        member = default;
        if (Refusal is not null)
        {
            return false;
        }

        if (!IsObject)
        {
            root.refusal = new ParseRefusal(ParseProblem.WrongType, path);
            return false;
        }

        bool isThere = Element.TryGetProperty(name, out member) && member.ValueKind != JsonValueKind.Null;
        if (!isThere && isRequired)
        {
            Refuse(ParseProblem.Missing, name);
        }

        return isThere;
    }
}
