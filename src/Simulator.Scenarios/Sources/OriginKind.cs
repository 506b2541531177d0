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

    /// <summary>A problem with the value has been reported already; further ones would only repeat it.</summary>
    Refused,
}
