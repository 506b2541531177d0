namespace Simulator.Economics.Tokens;

/// <summary>Names of <see cref="TokenPresets"/>.</summary>
public enum TokenPreset
{
    Unset = 0,
    Opg,
}
