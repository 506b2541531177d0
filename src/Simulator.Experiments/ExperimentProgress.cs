namespace Simulator.Experiments;

/// <summary>How far an experiment has come.</summary>
/// <param name="Ended">Runs that have ended, those of earlier attempts included.</param>
/// <param name="Resumed">Of these, runs of earlier attempts.</param>
/// <param name="Planned">Runs that are wanted as far as is known; a rule to stop by may want more later.</param>
/// <param name="Failed">Runs that a bug ended.</param>
public readonly record struct ExperimentProgress(int Ended, int Resumed, int Planned, int Failed);
