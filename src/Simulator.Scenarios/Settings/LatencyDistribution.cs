namespace Simulator.Scenarios.Settings;

/// <summary>Shape of the delay above its minimum.</summary>
public enum LatencyDistribution
{
    Unset = 0,
    Constant,
    Uniform,
    Exponential,
    Lognormal,
}
