namespace Simulator.Actors.Storage;

/// <summary>The storage nodes of one group and how many of them hold each blob.</summary>
/// <param name="Nodes">At least one.</param>
/// <param name="Replicas">At least one; a group with fewer nodes holds each blob on all of them.</param>
public sealed record StorageShelf(IReadOnlyList<KnownStorage> Nodes, int Replicas);
