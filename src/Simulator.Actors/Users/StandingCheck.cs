namespace Simulator.Actors.Users;

/// <summary>When a client asks the registry about the enclave whose answer it has in hand.</summary>
public enum StandingCheck
{
    Unset = 0,

    /// <summary>For every answer, before it is accepted.</summary>
    EveryAnswer,

    /// <summary>Its last reading of the list has to do.</summary>
    LatestList,

    /// <summary>Never.</summary>
    None,
}
