namespace Simulator.Kernel;

/// <summary>A crashed host is up again.</summary>
public sealed record HostRestarted(RestartState State) : Observation;
