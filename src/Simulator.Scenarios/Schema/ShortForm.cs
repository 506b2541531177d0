using System.Text.Json.Nodes;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>A section that a single word may stand for: the word is the value of one key, the others have their defaults.</summary>
/// <param name="section">The long form.</param>
/// <param name="word">The key that the word alone is the value of.</param>
internal sealed class ShortForm<T>(Section<T> section, Key word) : Shape<T>
    where T : notnull
{
    public override string TypeName => $"{word.Name} | section";

    public override string Expectation => $"{word.Shape.Expectation}, or {section.Expectation}";

    public override bool MergesByKey => true;

    public override IReadOnlyList<string> KnownKeys => section.KnownKeys;

    public override (string Path, ISection Section)? Inner => section.Inner;

    public override Shape? Under(string key) => section.Under(key);

    public override JsonObject ToJsonSchema() => new()
    {
        ["anyOf"] = new JsonArray(word.Shape.ToJsonSchema(), section.ToJsonSchema()),
    };

    public override Resolved<T>? Read(SourceNode node, ReadContext context) => section.Read(
        node is ScalarNode { IsEmpty: false } name
            ? new MappingNode(name.Origin, [new MappingEntry(word.Name, name.Origin, name)])
            : node,
        context);
}
