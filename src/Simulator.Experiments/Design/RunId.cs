namespace Simulator.Experiments;

/// <summary>One run of an experiment.</summary>
/// <param name="Arm">From 0.</param>
/// <param name="Replication">From 0.</param>
internal readonly record struct RunId(int Arm, int Replication);
