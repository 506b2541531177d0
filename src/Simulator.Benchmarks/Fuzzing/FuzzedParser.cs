namespace Simulator.Benchmarks.Fuzzing;

/// <summary>A parser of the protocol library as fuzzing sees it.</summary>
/// <param name="Name">Lower-case words; part of what keys its inputs.</param>
/// <param name="Parse">
/// Reads an input: null when it was accepted, otherwise the refusal's name. Whatever it throws is a bug. What was
/// accepted is also written or shown again, since values read from strangers are used.
/// </param>
/// <param name="Samples">Valid inputs to mutate.</param>
public sealed record FuzzedParser(string Name, Func<byte[], string?> Parse, IReadOnlyList<byte[]> Samples)
{
    /// <summary>A refusal without a name.</summary>
    public const string Nameless = "Unset";

    /// <summary>The name under which plain "no" of a parser with a single kind of refusal is counted.</summary>
    public const string Malformed = "malformed";
}
