namespace Simulator.Records;

/// <summary>What happened to an enclave or to a measurement on the registry.</summary>
public enum RegistryChange
{
    Unset = 0,

    /// <summary>An enclave was registered: enabled, and heard of.</summary>
    Registered,

    /// <summary>An enclave was put back into service.</summary>
    Enabled,

    /// <summary>An enclave was taken out of service.</summary>
    Disabled,

    /// <summary>An enclave's heartbeat was taken.</summary>
    HeartbeatTaken,

    /// <summary>A measurement may run from here on.</summary>
    MeasurementApproved,

    /// <summary>A measurement may not run any more.</summary>
    MeasurementRevoked,
}
