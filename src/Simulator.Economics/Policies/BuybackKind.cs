namespace Simulator.Economics.Policies;

/// <summary>Rules of buying back.</summary>
public enum BuybackKind
{
    Unset = 0,

    /// <summary>The same sum every day.</summary>
    Fixed,

    /// <summary>A PID controller on the shortfall of the price from its smoothed self.</summary>
    Pid,
}
