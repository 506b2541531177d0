namespace Simulator.Scenarios.Sources;

/// <summary>Which layer a value came from.</summary>
internal enum OriginKind
{
    Unset = 0,
    Default,
    Preset,
    Parent,
    File,
    Flag,
}
