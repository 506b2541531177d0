namespace Simulator.Inference.Hub;

/// <summary>A published version: what it names never changes.</summary>
public sealed record HubRelease(VersionLabel Version, string Notes, IReadOnlyList<HubFile> Files);
