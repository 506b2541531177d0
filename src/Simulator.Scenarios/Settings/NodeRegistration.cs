namespace Simulator.Scenarios.Settings;

/// <summary>How a group of nodes gets on the registry: honestly, or by one of the known attacks.</summary>
public enum NodeRegistration
{
    Unset = 0,
    Honest,
    ImportedKey,
    CopiedIdentity,
    StaleDocument,
    ReplayedDocument,
    ForgedChain,
    WrongMeasurement,
    SwappedCertificate,
    EditedAddress,
}
