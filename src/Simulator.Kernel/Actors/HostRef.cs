namespace Simulator.Kernel;

/// <summary>A reference to a host, the unit of placement and of failure; dense, in the order of adding.</summary>
public readonly record struct HostRef(int Index);
