namespace Simulator.Scenarios.Claims;

/// <summary>On what ground a value stands.</summary>
internal enum ClaimStatus
{
    Unset = 0,

    /// <summary>Stated by the network's own software or documentation.</summary>
    Published,

    /// <summary>Measured here.</summary>
    Measured,

    /// <summary>Neither; chosen by reasoning.</summary>
    Assumption,
}
