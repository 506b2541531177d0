namespace Simulator.Kernel;

/// <summary>An injected crash took a host down.</summary>
public sealed record HostCrashed : Observation;
