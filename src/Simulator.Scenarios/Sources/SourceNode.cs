namespace Simulator.Scenarios.Sources;

/// <summary>A piece of YAML as parsed: untyped, with its origin.</summary>
internal abstract record SourceNode(Origin Origin)
{
    /// <summary>The kind of node as a message names it.</summary>
    public abstract string Noun { get; }
}

/// <summary>Text. <see cref="IsPlain"/>: written without quotes.</summary>
/// <param name="IsVerbatim">The characters stand in the file one for one, so a position inside can be named.</param>
internal sealed record ScalarNode(Origin Origin, string Text, bool IsPlain, bool IsVerbatim) : SourceNode(Origin)
{
    /// <summary>Nothing was written, or YAML's word for nothing.</summary>
    public bool IsEmpty => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

    public override string Noun => IsEmpty ? "nothing" : "a single value";
}

/// <summary>A list.</summary>
internal sealed record SequenceNode(Origin Origin, IReadOnlyList<SourceNode> Items) : SourceNode(Origin)
{
    public override string Noun => "a list";
}

/// <summary>Keys and values in the order of the file, without duplicates.</summary>
internal sealed record MappingNode(Origin Origin, IReadOnlyList<MappingEntry> Entries) : SourceNode(Origin)
{
    public override string Noun => "a mapping";

    public MappingEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);

    /// <summary>The mapping at a dotted path; null where there is none.</summary>
    public MappingNode? FindAt(string path) => path.Split('.')
        .Aggregate(this, (MappingNode? node, string step) => node?.Find(step)?.Value as MappingNode);
}

/// <summary>One key of a mapping; the origin is that of the key.</summary>
internal sealed record MappingEntry(string Key, Origin Origin, SourceNode Value);
