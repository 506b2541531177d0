using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>What is known about a run once it has ended.</summary>
public sealed record RunResult
{
    /// <summary>64 lower-case hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>Hash over the inference facts, 64 lower-case hexadecimal digits.</summary>
    public required string Facts { get; init; }

    /// <summary>How far simulated time came.</summary>
    public required SimTime End { get; init; }

    public required RunCompletion Completion { get; init; }

    /// <summary>Messages handled.</summary>
    public required long Events { get; init; }

    /// <summary>The judges' findings, in the order to be shown.</summary>
    public IReadOnlyList<CheckerFinding> Checkers { get; init; } = [];

    /// <summary>The verdicts the scenario asks for, in its order.</summary>
    public IReadOnlyList<VerdictRequest> Verdicts { get; init; } = [];
}
