using Simulator.Primitives;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>The values of one section, by key.</summary>
internal sealed class SectionValues(ReadContext context, string name)
{
    private readonly Dictionary<Key, (object Value, Origin Origin)> values = [];

    /// <summary>The name of the group, where the section is one of several named ones; otherwise empty.</summary>
    public string Name => name;

    /// <summary>The names that exist outside the file.</summary>
    public ScenarioVocabulary Vocabulary => context.Vocabulary;

    public void Set(Key key, object value, Origin origin) => values.Add(key, (value, origin));

    /// <summary>The value of a key that is required or has a default.</summary>
    public T Get<T>(Key<T> key)
        where T : notnull => values.TryGetValue(key, out (object Value, Origin Origin) found)
        ? (T)found.Value
        : throw Invariant.Unreachable(key.Name);

    /// <summary>The value of an optional key, or nothing.</summary>
    public T? Find<T>(Key<T> key)
        where T : class => values.TryGetValue(key, out (object Value, Origin Origin) found) ? (T)found.Value : null;

    /// <summary>The value of an optional key of a value type, or nothing.</summary>
    public T? FindValue<T>(Key<T> key)
        where T : struct => values.TryGetValue(key, out (object Value, Origin Origin) found) ? (T)found.Value : null;

    /// <summary>What a key of another section is when nothing is written.</summary>
    public T DefaultOf<T>(Key<T> key)
        where T : notnull =>
        key.DefaultNode() is { } node && key.TypedShape.Read(node, context) is { } read
            ? read.Value
            : throw Invariant.Unreachable(key.Name);

    /// <summary>The value stands in a file or a flag and is no default.</summary>
    public bool IsWritten(Key key) => values[key].Origin.Kind is not (OriginKind.Default or OriginKind.Preset);

    /// <summary>Reports a value that does not go with the others.</summary>
    public void Refuse(Key key, string what, string expected, string hint) =>
        context.Add(values[key].Origin, what, expected, hint);

    /// <summary>Where the value at a path from the file's root was written; nothing where it was not.</summary>
    public Origin? WrittenAt(params string[] path)
    {
        SourceNode? node = context.Root;
        foreach (string step in path)
        {
            node = (node as MappingNode)?.Find(step)?.Value;
        }

        return node is null or { Origin.Kind: OriginKind.Default or OriginKind.Preset } ? null : node.Origin;
    }

    /// <summary>Reports a value of another section, where it was written; at the start of the file otherwise.</summary>
    public void RefuseAt(Origin? place, string what, string expected, string hint) =>
        context.Add(place ?? Origin.Default, what, expected, hint);
}
