namespace Simulator.Scenarios.Verdicts;

/// <summary>How a value relates to a bound.</summary>
public enum Comparison
{
    Unset = 0,
    Less,
    AtMost,
    Greater,
    AtLeast,
    Equal,
}
