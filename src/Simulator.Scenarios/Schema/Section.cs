using System.Text.Json.Nodes;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>A mapping with known keys.</summary>
/// <param name="noun">What one such section describes: <c>a group of users</c>.</param>
/// <param name="build">Makes the settings once every key has a valid value.</param>
internal sealed class Section<T>(
    string noun, IReadOnlyList<Key> keys, Func<SectionValues, T> build) : Shape<T>, ISection
    where T : notnull
{
    private readonly string[] names = [.. keys.Select(key => key.Name)];

    /// <summary>Conditions between several keys; reports through <see cref="SectionValues.Refuse"/>.</summary>
    public Action<SectionValues>? Rules { get; init; }

    /// <summary>Keys of older files, by what they are called now.</summary>
    public IReadOnlyDictionary<string, string> Renamed { get; init; } = new Dictionary<string, string>();

    public string Noun => noun;

    public IReadOnlyList<Key> Keys => keys;

    public override string TypeName => "section";

    public override string Expectation => $"{noun}: a mapping with the keys {string.Join(", ", names)}";

    public override bool MergesByKey => true;

    public override IReadOnlyList<string> KnownKeys => names;

    public override (string Path, ISection Section)? Inner => ("", this);

    public override Shape? Under(string key) => keys.FirstOrDefault(known => known.Name == key)?.Shape;

    public override JsonObject ToJsonSchema() => SectionJsonSchema.Of(this);

    public override Resolved<T>? Read(SourceNode node, ReadContext context) => Read(node, "", context);

    public Resolved<T>? Read(SourceNode node, string name, ReadContext context)
    {
        if (node is not MappingNode mapping)
        {
            context.Add(
                node.Origin, $"{node.Noun} stands here", Expectation, "indent the keys below, or put them in braces");
            return null;
        }

        HashSet<string> meant = RefuseUnknownKeys(mapping, context);
        SectionValues values = new(context, name);
        List<(string, ResolvedNode)> resolved = [];
        bool isComplete = true;
        foreach (Key key in keys)
        {
            isComplete &= meant.Contains(key.Name) || ReadKey(key, mapping, values, resolved, context);
        }

        if (!isComplete || meant.Count > 0)
        {
            return null;
        }

        Rules?.Invoke(values);
        return new Resolved<T>(build(values), new ResolvedMapping(mapping.Origin, resolved));
    }

    // True also for an optional key that is not there.
    private static bool ReadKey(
        Key key, MappingNode mapping, SectionValues values, List<(string, ResolvedNode)> resolved, ReadContext context)
    {
        SourceNode? node = mapping.Find(key.Name)?.Value ?? key.DefaultNode();
        if (node is null)
        {
            RefuseAbsence(key, mapping, context);
            return key.IsOptional;
        }

        if (key.ReadInto(node, values, context) is not { } value)
        {
            return false;
        }

        resolved.Add((key.Name, value));
        return true;
    }

    private static void RefuseAbsence(Key key, MappingNode mapping, ReadContext context)
    {
        if (key.IsRequired)
        {
            context.Add(
                mapping.Origin, $"'{key.Name}' is missing", key.Shape.Expectation, $"add '{key.Name}: {key.Example}'");
        }
    }

    // The keys that are probably meant by misspelt ones: that these are missing need not be said again.
    private HashSet<string> RefuseUnknownKeys(MappingNode mapping, ReadContext context)
    {
        HashSet<string> meant = new(StringComparer.Ordinal);
        foreach (MappingEntry entry in mapping.Entries.Where(entry => !names.Contains(entry.Key)))
        {
            string shown = Shorten.Text(entry.Key);
            string what = entry.Key == "<<" ? "the merge key '<<'" : $"'{shown}' is not a key of {noun}";
            string all = $"one of {string.Join(", ", names)}";
            if (Renamed.TryGetValue(entry.Key, out string? now))
            {
                context.Add(entry.Origin, what, all, $"it is called '{now}' now");
                continue;
            }

            context.Add(entry.Origin, what, all, context.Suggest(entry.Key, names, "remove it"));
            if (!context.Problems.IsFull && NearestName.Of(entry.Key, names) is { } near && mapping.Find(near) is null)
            {
                meant.Add(near);
            }
        }

        return meant;
    }
}
