namespace Simulator.Reporting;

/// <summary>The sense of a bound.</summary>
public enum Comparison
{
    Unset = 0,
    Below,
    AtMost,
    Above,
    AtLeast,
    Equal,
}
