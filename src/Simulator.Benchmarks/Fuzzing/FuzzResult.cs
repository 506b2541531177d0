namespace Simulator.Benchmarks.Fuzzing;

/// <summary>What became of one parser's inputs.</summary>
public sealed record FuzzResult(string Parser, long Inputs, long Accepted, IReadOnlyDictionary<string, long> Refused)
{
    /// <summary>CPU time of the slowest input when parsed again, in nanoseconds.</summary>
    public long SlowestNanoseconds { get; init; }

    public int SlowestLength { get; init; }

    /// <summary>CPU time of the whole, making the inputs included.</summary>
    public TimeSpan Spent { get; init; }

    /// <summary>Null when no input broke a rule.</summary>
    public FuzzViolation? Violation { get; init; }
}
