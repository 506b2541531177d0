namespace Simulator.Statistics;

/// <summary>Where a payoff lies over a whole grid that shows no crossing.</summary>
public enum CrossingSide
{
    Unset = 0,

    /// <summary>Above zero wherever it can be told from zero.</summary>
    Above,

    /// <summary>Below zero wherever it can be told from zero.</summary>
    Below,

    /// <summary>Nowhere to be told from zero.</summary>
    Undecided,
}
