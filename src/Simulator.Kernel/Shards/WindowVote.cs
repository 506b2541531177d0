namespace Simulator.Kernel;

/// <summary>One process' part in choosing the next window.</summary>
/// <param name="NextEvent">Its earliest event; <see cref="SimTime.EndOfTime"/> if it has none.</param>
/// <param name="Stop">Its user wants the run interrupted.</param>
public readonly record struct WindowVote(SimTime NextEvent, bool Stop);
