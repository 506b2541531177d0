using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>A single value, written as text.</summary>
internal abstract class ScalarShape<T> : Shape<T>
{
    public sealed override Resolved<T>? Read(SourceNode node, ReadContext context)
    {
        if (node is not ScalarNode scalar || scalar.IsEmpty)
        {
            context.Add(node.Origin, $"{node.Noun} stands here", Expectation, $"write for example {Example}");
            return null;
        }

        if (!TryRead(scalar, context, out T value, out Complaint complaint))
        {
            context.Add(scalar.Origin, complaint);
            return null;
        }

        return new Resolved<T>(value, new ResolvedScalar(scalar.Origin, Format(value)));
    }

    /// <summary>A value that may be written here, for hints.</summary>
    public abstract string Example { get; }

    /// <summary>Canonical YAML of a value.</summary>
    public abstract string Format(T value);

    protected abstract bool TryRead(ScalarNode node, ReadContext context, out T value, out Complaint complaint);
}
