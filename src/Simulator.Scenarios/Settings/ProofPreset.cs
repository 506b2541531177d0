namespace Simulator.Scenarios.Settings;

/// <summary>Published proof systems for inference.</summary>
public enum ProofPreset
{
    Unset = 0,
    NanoZk,
    ZkGpt,
    Ezkl,
}
