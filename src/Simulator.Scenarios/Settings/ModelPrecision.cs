namespace Simulator.Scenarios.Settings;

/// <summary>In which precision nodes run the models that are asked.</summary>
public enum ModelPrecision
{
    Unset = 0,

    /// <summary>As they are.</summary>
    Published,

    /// <summary>Their variants in single precision, where the catalogue has them.</summary>
    Fp32,

    /// <summary>Their 8-bit variants, where the catalogue has them.</summary>
    Int8,
}
