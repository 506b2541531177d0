namespace Simulator.Scenarios.Settings;

/// <summary>How much of what happened is kept in the results database.</summary>
public enum StoreMode
{
    Unset = 0,
    Full,
    Sampled,
    Aggregates,
}
