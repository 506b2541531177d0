using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>A verdict with the figures it rests on.</summary>
/// <param name="Expression">As the scenario file writes it.</param>
/// <param name="Outcome">Pass, fail or inconclusive.</param>
/// <param name="Estimate">The measured figure; for a judge, the number of violations; null when nothing was
/// observed.</param>
/// <param name="Unit">Base unit of the figure.</param>
/// <param name="Note">One sentence on why.</param>
public sealed record Verdict(
    string Expression,
    VerdictOutcome Outcome,
    Estimate? Estimate,
    MetricUnit Unit,
    string Note)
{
    /// <summary>True when an independent judge decided, false when a metric was held against a bound.</summary>
    public bool OfJudge { get; init; }
}
