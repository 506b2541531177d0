using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Variations;

/// <summary>One key of the scenario and the value that an arm gives it.</summary>
public sealed record VariedValue
{
    internal VariedValue(string key, string text, SourceNode node)
    {
        Key = key;
        Text = text;
        Node = node;
    }

    /// <summary>Dotted path: <c>verifiers.audit_rate</c>.</summary>
    public string Key { get; }

    /// <summary>The value in canonical notation, on one line.</summary>
    public string Text { get; }

    /// <summary>The value where it is a number with or without a unit; null for words, lists and mappings.</summary>
    public Quantity? Quantity => CanonicalQuantity.Of(Text);

    internal SourceNode Node { get; }
}
