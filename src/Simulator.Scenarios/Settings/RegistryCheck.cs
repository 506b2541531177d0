namespace Simulator.Scenarios.Settings;

/// <summary>What a client asks the registry about an answer before it accepts it.</summary>
public enum RegistryCheck
{
    Unset = 0,

    /// <summary>Whether its enclave is active, for every answer.</summary>
    EveryAnswer,

    /// <summary>Nothing: its last reading of the list has to do.</summary>
    Refresh,
}
