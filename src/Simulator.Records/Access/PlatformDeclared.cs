using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A provider that answers without proof; said once, at the start.</summary>
/// <param name="Name">Its actor's name.</param>
public sealed record PlatformDeclared(string Name) : Observation;
