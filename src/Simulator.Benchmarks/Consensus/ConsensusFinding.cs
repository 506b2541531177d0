namespace Simulator.Benchmarks.Consensus;

/// <summary>One part of the benchmark.</summary>
/// <param name="Title">What was measured beside what.</param>
/// <param name="Text">The figures.</param>
/// <param name="IsMet">Whether all of them are as they must be.</param>
public sealed record ConsensusFinding(string Title, string Text, bool IsMet);
