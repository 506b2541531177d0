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

    /// <summary>Figures that verdicts, estimates and the rule to stop by name, without repetition.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>What was estimated over all arms, by name.</summary>
    public IReadOnlyList<ExperimentEstimate> Estimates { get; init; } = [];

    /// <summary>What theory says that figures come to, by name.</summary>
    public IReadOnlyList<ExperimentClosedForm> ClosedForms { get; init; } = [];

    /// <summary>Which varied keys matter, for designs made for that question; figures that do not vary are left out.</summary>
    public IReadOnlyList<FigureSensitivity> Sensitivities { get; init; } = [];

    /// <summary>SHA-256 over the digests of all runs in the order of arms and replications, 64 hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>The same over the runs' facts.</summary>
    public required string Facts { get; init; }

    /// <summary>Nothing that was asked for is missing.</summary>
    public required bool IsComplete { get; init; }

    public required int RunsFinished { get; init; }

    public required IReadOnlyList<ExperimentRun> Failures { get; init; }

    /// <summary>What the figures of runs leave out, in words; null where the scenario asks for nothing of the kind.</summary>
    public string? WarmUp { get; init; }

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
    /// <summary>Paired differences to the first arm; empty in that arm and where replications are too few.</summary>
    public IReadOnlyList<FigureDifference> Differences { get; init; } = [];

    /// <summary>Distributions, course and flows over the arm's runs; null in arms that are not drawn.</summary>
    public ArmShape? Shape { get; init; }

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
/// <param name="Arms">The verdict in each of them, the arm null for all together; empty when its condition holds in
/// none.</param>
public sealed record ExperimentVerdict(string Expression, IReadOnlyList<(int? Arm, Verdict Verdict)> Arms)
{
    /// <summary>The worst of the arms'; inconclusive when it speaks of none.</summary>
    public VerdictOutcome Outcome =>
        Arms.Select(arm => arm.Verdict.Outcome).DefaultIfEmpty(VerdictOutcome.Inconclusive).Min();
}

/// <summary>What a figure differs by between two arms that share their luck.</summary>
/// <param name="Name">The figure.</param>
/// <param name="Unit">Base unit.</param>
/// <param name="Difference">This arm less the other.</param>
/// <param name="PValue">Two-sided against no difference, corrected for all arms; null when it cannot be told.</param>
/// <param name="VarianceReduction">By which factor sharing luck shrank the variance of the difference.</param>
public sealed record FigureDifference(
    string Name, MetricUnit Unit, Estimate Difference, double? PValue, Estimate? VarianceReduction)
{
    /// <summary>Chance alone would hardly make this difference.</summary>
    public bool IsReal => PValue <= 1 - Confidence.Default.Level;
}

/// <summary>A figure that all arms give together: where a curve over a varied key crosses zero.</summary>
/// <param name="Name">As verdicts call it.</param>
/// <param name="Curve">The metric, or the difference of two.</param>
/// <param name="Key">The varied key.</param>
/// <param name="Unit">Of the key's values.</param>
/// <param name="Estimate">The value of the key; null where there is none.</param>
/// <param name="Note">In words, what was found.</param>
public sealed record ExperimentEstimate(
    string Name, string Curve, string Key, MetricUnit Unit, Estimate? Estimate, string Note)
{
    /// <summary>The curve at each place in ascending order, means over replications; empty where it is not whole.</summary>
    public IReadOnlyList<(double Place, Estimate Height)> Heights { get; init; } = [];

    /// <summary>Base unit of the curve.</summary>
    public MetricUnit HeightUnit { get; init; }

    /// <summary>Unit of the places as axes write it; empty for plain numbers.</summary>
    public string PlaceUnit { get; init; } = "";

    /// <summary>Where theory says that it crosses; null where the scenario states nothing.</summary>
    public ClosedForm? ClosedForm { get; init; }

    /// <summary>Measured beside theory; null where either is missing.</summary>
    public ClosedFormMatch? Match =>
        ClosedForm?.Value is { } value && Estimate is { } estimate ? new ClosedFormMatch(value, estimate) : null;
}

/// <summary>How much each varied key matters to one figure.</summary>
/// <param name="Name">The figure.</param>
/// <param name="Unit">Its base unit, which is that of elementary effects too.</param>
/// <param name="Keys">In the order of the design.</param>
public sealed record FigureSensitivity(string Name, MetricUnit Unit, IReadOnlyList<KeySensitivity> Keys);

/// <summary>How much one key matters.</summary>
/// <param name="Key">Dotted path.</param>
/// <param name="Measures"><c>first</c> and <c>total</c> of Sobol, or <c>mean_absolute</c>, <c>mean</c> and
/// <c>deviation</c> of Morris.</param>
public sealed record KeySensitivity(string Key, IReadOnlyList<(string Measure, Estimate Estimate)> Measures);
