namespace Simulator.Reporting;

/// <summary>What a verdict came to. Zero is never a success.</summary>
public enum VerdictOutcome
{
    Unset = 0,
    Fail,

    /// <summary>The bound lies inside the interval, or the run holds too few observations to tell.</summary>
    Inconclusive,
    Pass,
}
