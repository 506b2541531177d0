namespace Simulator.Scenarios.Schema;

/// <summary>A typed value together with its canonical form.</summary>
internal sealed record Resolved<T>(T Value, ResolvedNode Node);
