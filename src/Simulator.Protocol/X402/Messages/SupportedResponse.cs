namespace Simulator.Protocol.X402;

/// <summary>What a facilitator answers at <c>/supported</c>.</summary>
/// <param name="Kinds">Combinations it serves.</param>
/// <param name="Extensions">Extension keys it understands.</param>
/// <param name="Signers">Its accounts by CAIP family: <c>eip155:*</c> → addresses, in the order it lists them.</param>
public sealed record SupportedResponse(
    IReadOnlyList<SupportedKind> Kinds,
    IReadOnlyList<string> Extensions,
    IReadOnlyList<SupportedSigners> Signers)
{
    public static Parsed<SupportedResponse> FromJson(ReadOnlyMemory<byte> utf8) => BoundedJson.Read(utf8, Read);

    public string ToJson()
    {
        JsonTextWriter writer = new();
        writer.Object().List("kinds");
        foreach (SupportedKind kind in Kinds)
        {
            kind.Write(writer);
        }

        writer.EndList();
        WriteTexts(writer, "extensions", Extensions);
        writer.Object("signers");
        foreach (SupportedSigners family in Signers)
        {
            WriteTexts(writer, family.Family, family.Addresses);
        }

        return writer.End().End().ToString();
    }

    public bool Equals(SupportedResponse? other) =>
        other is not null
        && Kinds.SequenceEqual(other.Kinds)
        && Extensions.SequenceEqual(other.Extensions)
        && Signers.SequenceEqual(other.Signers);

    public override int GetHashCode() => Kinds.Count;

    internal static SupportedResponse Read(JsonMembers members)
    {
        IReadOnlyList<SupportedKind> kinds = members.List("kinds", 0, SupportedKind.Read);
        IReadOnlyList<string> extensions = members.List("extensions", 0, element => element.OwnText());
        JsonMembers signers = members.Object("signers");
        List<SupportedSigners> families = [];
        foreach (string family in signers.Names())
        {
            families.Add(new SupportedSigners(family, signers.List(family, 0, element => element.OwnText())));
        }

        return new SupportedResponse(kinds, extensions, families);
    }

    private static void WriteTexts(JsonTextWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.List(name);
        foreach (string text in texts)
        {
            writer.Text(null, text);
        }

        writer.EndList();
    }
}
