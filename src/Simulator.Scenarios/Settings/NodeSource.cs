namespace Simulator.Scenarios.Settings;

/// <summary>Where clients learn of nodes.</summary>
public enum NodeSource
{
    Unset = 0,

    /// <summary>The registry on the inference chain; known beforehand where there is none.</summary>
    Registry,

    /// <summary>A list in somebody's backend, which operators edit.</summary>
    Directory,
}
