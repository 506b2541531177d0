using Simulator.Primitives;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>One run of an experiment that has ended: its figures, or the bug that ended it.</summary>
/// <param name="Arm">From 0, in the order of the design.</param>
/// <param name="Replication">From 0; runs of one replication share their luck.</param>
public sealed record ExperimentRun(int Arm, int Replication)
{
    public required ulong Seed { get; init; }

    /// <summary>Null exactly when the run failed.</summary>
    public RunFigures? Figures { get; init; }

    /// <summary>Null exactly when the run did not fail.</summary>
    public RunFailure? Failure { get; init; }
}

/// <summary>What an experiment keeps of a run.</summary>
public sealed record RunFigures
{
    /// <summary>64 lower-case hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>Hash over the run's inference facts, 64 lower-case hexadecimal digits.</summary>
    public required string Facts { get; init; }

    /// <summary>Messages handled.</summary>
    public required long Events { get; init; }

    /// <summary>How far simulated time came.</summary>
    public required SimTime End { get; init; }

    /// <summary>What the figures leave out; null where nothing is to be.</summary>
    public WarmUpFinding? WarmUp { get; init; }

    public required RequestCounts Requests { get; init; }

    public required IReadOnlyList<CheckerTally> Checkers { get; init; }

    /// <summary>Every figure of which something was observed, in the order of a run's summary.</summary>
    public required IReadOnlyList<NamedFigure> Figures { get; init; }

    /// <summary>What charts over replications are made of.</summary>
    public RunShape? Shape { get; init; }

    public NamedFigure? Find(string name) => Figures.FirstOrDefault(figure => figure.Name == name);
}

/// <summary>One figure of one run.</summary>
/// <param name="Name">As verdicts write it: <c>p99(latency.end_to_end)</c>.</param>
/// <param name="Unit">Base unit of the values.</param>
/// <param name="Estimate">Its value, and what the run alone knows of its uncertainty.</param>
public sealed record NamedFigure(string Name, MetricUnit Unit, Estimate Estimate);

/// <summary>What an independent judge counted in a run.</summary>
/// <param name="Checker">The judge's name.</param>
/// <param name="Judged">How many things it judged.</param>
/// <param name="Violations">How many of them broke its rule.</param>
/// <param name="First">The first violation in words; null when there is none.</param>
public sealed record CheckerTally(string Checker, long Judged, long Violations, string? First);

/// <summary>A bug that ended a run.</summary>
/// <param name="Message">What broke.</param>
/// <param name="Actor">Who was acting; empty outside any actor.</param>
/// <param name="At">Simulated time.</param>
/// <param name="Command">Repeats this one run.</param>
public sealed record RunFailure(string Message, string Actor, SimTime At, string Command);
