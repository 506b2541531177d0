namespace Simulator.Actors.Gateways.Tills;

/// <summary>Which facilitator a gateway offers to its clients.</summary>
public enum FacilitatorChoice
{
    Unset = 0,

    /// <summary>Any, by draw.</summary>
    Random,

    /// <summary>Always the first.</summary>
    First,

    /// <summary>The first that has not failed to answer lately.</summary>
    Failover,
}
