namespace Simulator.Scenarios.Verdicts;

/// <summary>How many samples become one number.</summary>
public enum Aggregate
{
    Unset = 0,

    /// <summary>The metric is one number already.</summary>
    Itself,
    Mean,
    P50,
    P90,
    P95,
    P99,
    P999,
    Max,
    Min,
    Sum,
    Count,
    Share,
    Rate,
}
