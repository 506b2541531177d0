using System.Text.Json.Nodes;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>A mapping with exactly one key, which says what kind of value it is: <c>{ poisson: 1/min }</c>.</summary>
internal sealed class OneOf<T>(string noun, params OneOf<T>.Alternative[] alternatives) : Shape<T>, ISection
{
    private readonly string[] names = [.. alternatives.Select(alternative => alternative.Key.Name)];

    public override string TypeName => string.Join(" | ", names.Select(name => $"{{ {name}: … }}"));

    public override string Expectation => $"{noun}: " + string.Join(" or ", alternatives.Select(Sample));

    public override IReadOnlyList<string> KnownKeys => names;

    public string Noun => $"{noun}, exactly one of these keys";

    public IReadOnlyList<Key> Keys { get; } = [.. alternatives.Select(alternative => alternative.Key)];

    public override (string Path, ISection Section)? Inner => ("", this);

    public override Shape? Under(string key) => alternatives.FirstOrDefault(known => known.Key.Name == key)?.Key.Shape;

    public override JsonObject ToJsonSchema() => new()
    {
        ["oneOf"] = new JsonArray([.. alternatives.Select(alternative => new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray(alternative.Key.Name),
            ["properties"] = new JsonObject { [alternative.Key.Name] = alternative.Key.Shape.ToJsonSchema() },
        })]),
    };

    public override Resolved<T>? Read(SourceNode node, ReadContext context)
    {
        if (node is not MappingNode { Entries: [var entry] } mapping)
        {
            string what = node is MappingNode many
                ? $"{many.Entries.Count} keys stand here"
                : $"{node.Noun} stands here";
            context.Add(node.Origin, what, Expectation, $"write for example {Sample(alternatives[0])}");
            return null;
        }

        Alternative? chosen = alternatives.FirstOrDefault(known => known.Key.Name == entry.Key);
        if (chosen is null)
        {
            string hint = context.Suggest(entry.Key, names, $"write for example {Sample(alternatives[0])}");
            context.Add(entry.Origin, $"'{Shorten.Text(entry.Key)}' is not {noun}", Expectation, hint);
            return null;
        }

        return chosen.Read(entry.Value, context) is { } read
            ? new Resolved<T>(read.Value, new ResolvedMapping(mapping.Origin, [(entry.Key, read.Node)]))
            : null;
    }

    private static string Sample(Alternative alternative) => $"{{ {alternative.Key.Name}: {alternative.Key.Example} }}";

    /// <summary>One of the kinds.</summary>
    internal abstract class Alternative(Key key)
    {
        public Key Key => key;

        public abstract Resolved<T>? Read(SourceNode node, ReadContext context);
    }

    /// <summary>A kind whose value is a <typeparamref name="TValue"/>.</summary>
    internal sealed class Alternative<TValue>(Key<TValue> key, Func<TValue, T> make) : Alternative(key)
        where TValue : notnull
    {
        public override Resolved<T>? Read(SourceNode node, ReadContext context) =>
            key.TypedShape.Read(node, context) is { } read ? new Resolved<T>(make(read.Value), read.Node) : null;
    }
}
