using System.Text.Json.Nodes;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>
/// What may stand at one place of a scenario. One definition serves reading, messages and documentation.
/// </summary>
internal abstract class Shape
{
    /// <summary>The type as the reference names it: <c>duration</c>.</summary>
    public abstract string TypeName { get; }

    /// <summary>As a message says what was expected: <c>a duration such as 50 ms</c>.</summary>
    public abstract string Expectation { get; }

    /// <summary>True: a child's file adds to the parent's mapping. False: it replaces the value as a whole.</summary>
    public virtual bool MergesByKey => false;

    /// <summary>The shape under a key of this mapping; null when there is no such key.</summary>
    public virtual Shape? Under(string key) => null;

    /// <summary>The keys that may stand here; none where names are free.</summary>
    public virtual IReadOnlyList<string> KnownKeys => [];

    /// <summary>Values of the shape can be less or greater than one another.</summary>
    public virtual bool IsOrdered => false;

    /// <summary>What values measure where they are numbers; otherwise unset.</summary>
    public virtual Quantities.Dimension Dimension => Quantities.Dimension.Unset;

    /// <summary>The section inside, and the part of the path that leads to it: <c>.NAME</c> for named groups.</summary>
    public virtual (string Path, ISection Section)? Inner => null;

    /// <summary>The words of a closed list with their meaning.</summary>
    public virtual IReadOnlyList<(string Word, string Meaning)> Words => [];

    /// <summary>JSON Schema (2020-12) of the value.</summary>
    public abstract JsonObject ToJsonSchema();

    /// <summary>Canonical form of a value that is known to be right; problems go to the context.</summary>
    public abstract ResolvedNode? Resolve(SourceNode node, ReadContext context);
}

/// <summary>A shape whose values are <typeparamref name="T"/>.</summary>
internal abstract class Shape<T> : Shape
{
    /// <summary>The value; null after every problem in it has been reported.</summary>
    public abstract Resolved<T>? Read(SourceNode node, ReadContext context);

    public sealed override ResolvedNode? Resolve(SourceNode node, ReadContext context) => Read(node, context)?.Node;
}
