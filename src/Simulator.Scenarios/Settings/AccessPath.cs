namespace Simulator.Scenarios.Settings;

/// <summary>Whom users ask.</summary>
public enum AccessPath
{
    Unset = 0,

    /// <summary>Nodes of the network, paid per request.</summary>
    Network,

    /// <summary>The centralised platform, with an account.</summary>
    Platform,
}
