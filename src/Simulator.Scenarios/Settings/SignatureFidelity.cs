namespace Simulator.Scenarios.Settings;

/// <summary>Whether signatures are made and checked.</summary>
public enum SignatureFidelity
{
    Unset = 0,
    Real,
    Modelled,
}
