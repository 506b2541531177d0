namespace Simulator.Benchmarks.Fuzzing;

/// <summary>An input that a parser did not withstand.</summary>
/// <param name="Number">Which input of the parser's.</param>
/// <param name="Rule">What was broken.</param>
/// <param name="Input">The bytes that show it.</param>
public sealed record FuzzViolation(long Number, string Rule, byte[] Input);
