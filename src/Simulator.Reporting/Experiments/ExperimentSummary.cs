using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>Everything the bundle of an experiment says, before it is written as JSON, CSV and HTML.</summary>
public sealed record ExperimentSummary
{
    public required RunDescription Description { get; init; }

    /// <summary>How values become arms: <c>grid</c>; <c>none</c> where there is one arm.</summary>
    public required string Design { get; init; }

    /// <summary>How often every arm is run, in words.</summary>
    public required string Replications { get; init; }

    public required IReadOnlyList<ArmSummary> Arms { get; init; }

    /// <summary>The scenario's verdicts in its order, then every judge it does not name.</summary>
    public required IReadOnlyList<ExperimentVerdict> Verdicts { get; init; }

    /// <summary>SHA-256 over the digests of all runs in the order of arms and replications, 64 hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>The same over the runs' facts.</summary>
    public required string Facts { get; init; }

    /// <summary>Nothing that was asked for is missing.</summary>
    public required bool IsComplete { get; init; }

    public required int RunsFinished { get; init; }

    public required IReadOnlyList<ExperimentRun> Failures { get; init; }

    /// <summary>Figures that were tested against bounds together, which makes each test stricter.</summary>
    public required int Family { get; init; }

    /// <summary>The worst outcome decides: fail, then inconclusive. Pass when there is no verdict at all.</summary>
    public VerdictOutcome Outcome =>
        Verdicts.Select(verdict => verdict.Outcome).DefaultIfEmpty(VerdictOutcome.Pass).Min();
}

/// <summary>One arm: what it varies and what its runs came to.</summary>
/// <param name="Arm">From 0.</param>
/// <param name="Values">The varied keys and their values in this arm, in the order of the design.</param>
/// <param name="Finished">Runs that ended.</param>
/// <param name="Failed">Runs that a bug ended.</param>
/// <param name="Figures">In the order of a run's summary; the same in every arm.</param>
public sealed record ArmSummary(
    int Arm, IReadOnlyList<ArmValue> Values, int Finished, int Failed, IReadOnlyList<ArmFigure> Figures)
{
    /// <summary><c>payment.idle = 10 s, nodes.gpu.count = 4</c>.</summary>
    public string Label =>
        Values.Count == 0 ? "as written" : string.Join(", ", Values.Select(value => $"{value.Key} = {value.Text}"));
}

/// <summary>A varied key and its value in an arm.</summary>
/// <param name="Key">Dotted path.</param>
/// <param name="Text">As the scenario file writes it.</param>
/// <param name="Number">In the base unit of metrics; null for words and mappings.</param>
/// <param name="Unit">Symbol of that unit, empty for plain numbers and for what is none.</param>
public sealed record ArmValue(string Key, string Text, double? Number, string Unit);

/// <summary>One figure of an arm over its replications.</summary>
/// <param name="Name">As verdicts write it.</param>
/// <param name="Unit">Base unit.</param>
/// <param name="Estimate">Null when no run observed anything.</param>
/// <param name="Missing">Finished runs that observed nothing.</param>
public sealed record ArmFigure(string Name, MetricUnit Unit, Estimate? Estimate, int Missing);

/// <summary>A verdict over all the arms it speaks of.</summary>
/// <param name="Expression">As the scenario file writes it.</param>
/// <param name="Arms">The verdict in each of them; empty when its condition holds in none.</param>
public sealed record ExperimentVerdict(string Expression, IReadOnlyList<(int Arm, Verdict Verdict)> Arms)
{
    /// <summary>The worst of the arms'; inconclusive when it speaks of none.</summary>
    public VerdictOutcome Outcome =>
        Arms.Select(arm => arm.Verdict.Outcome).DefaultIfEmpty(VerdictOutcome.Inconclusive).Min();
}
