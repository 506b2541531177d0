using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Simulator.Inference.Catalogue;

/// <summary>A model as a scenario names it: <c>volatility@1.2</c>.</summary>
public sealed partial record ModelReference : IComparable<ModelReference>
{
    private ModelReference(string name, string version)
    {
        Name = name;
        Version = version;
    }

    public string Name { get; }

    public string Version { get; }

    /// <summary>Lower-case name of at most 64 letters, digits and hyphens, then @ and a dotted number.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ModelReference? reference)
    {
        Match match = Form().Match(text ?? "");
        reference = match.Success ? new ModelReference(match.Groups[1].Value, match.Groups[2].Value) : null;
        return match.Success;
    }

    public int CompareTo(ModelReference? other) => string.CompareOrdinal(ToString(), other?.ToString());

    public override string ToString() => $"{Name}@{Version}";

    [GeneratedRegex(@"\A([a-z0-9][a-z0-9-]{0,63})@([0-9]{1,9}(?:\.[0-9]{1,9}){0,3})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
