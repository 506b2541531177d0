using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>One key of a section: everything there is to say about it.</summary>
internal abstract class Key(string name)
{
    private SourceNode? parsedDefault;

    public string Name => name;

    public abstract Shape Shape { get; }

    /// <summary>What the value means, in one or two sentences.</summary>
    public required string Documentation { get; init; }

    /// <summary>
    /// The value when none is written, in the notation of the file; null: see <see cref="IsOptional"/>.
    /// </summary>
    public string? Default { get; init; }

    /// <summary>The ground of a default that says something about the world.</summary>
    public Claim? Claim { get; init; }

    /// <summary>The reason of a default that is only a convention.</summary>
    public string? Convention { get; init; }

    /// <summary>Where the default comes from; null without one, and for sections whose keys have their own.</summary>
    public string? Ground => Claim?.ToString() ?? Convention;

    public string? Example { get; init; }

    /// <summary>May be missing although it has no default.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Each file states this for itself; a parent's value is not inherited.</summary>
    public bool IsNotInherited { get; init; }

    public bool IsRequired => Default is null && !IsOptional;

    /// <summary>The default as a node; null without one.</summary>
    public SourceNode? DefaultNode() => Default is null ? null : parsedDefault ??= Parse(Default);

    /// <summary>Reads the value and keeps it; null after problems have been reported.</summary>
    public abstract ResolvedNode? ReadInto(SourceNode node, SectionValues values, ReadContext context);

    private static SourceNode Parse(string text)
    {
        ProblemList problems = new();
        SourceNode? node = YamlTree.Parse(text, Origin.Default, problems);
        Invariant.That(problems.IsEmpty);
        return node ?? throw Invariant.Unreachable(text);
    }
}

/// <summary>A key whose value is a <typeparamref name="T"/>.</summary>
internal sealed class Key<T>(string name, Shape<T> shape) : Key(name)
    where T : notnull
{
    public override Shape Shape => shape;

    public Shape<T> TypedShape => shape;

    public override ResolvedNode? ReadInto(SourceNode node, SectionValues values, ReadContext context)
    {
        if (shape.Read(node, context) is not { } read)
        {
            return null;
        }

        values.Set(this, read.Value, node.Origin);
        return read.Node;
    }
}
