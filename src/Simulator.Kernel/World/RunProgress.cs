namespace Simulator.Kernel;

/// <summary>How far a run has come.</summary>
public readonly record struct RunProgress(SimTime Now, SimTime Until, long Events);
