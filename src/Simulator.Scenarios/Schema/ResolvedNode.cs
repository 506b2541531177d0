using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>A value as resolved: canonical YAML text and where it came from.</summary>
internal abstract record ResolvedNode(Origin Origin);

/// <summary>Text is already valid YAML.</summary>
internal sealed record ResolvedScalar(Origin Origin, string Text) : ResolvedNode(Origin);

internal sealed record ResolvedSequence(Origin Origin, IReadOnlyList<ResolvedNode> Items) : ResolvedNode(Origin);

internal sealed record ResolvedMapping(Origin Origin, IReadOnlyList<(string Key, ResolvedNode Value)> Entries)
    : ResolvedNode(Origin);
