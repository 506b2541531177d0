namespace Simulator.Scenarios.Settings;

/// <summary>Where the outputs of models come from.</summary>
public enum InferenceFidelity
{
    Unset = 0,
    Real,
    Recorded,
    Modelled,
}
