namespace Simulator.Scenarios.Settings;

/// <summary>In which ways nodes do not follow the protocol.</summary>
public sealed record NodeBehaviour
{
    public required NodeRegistration Registration { get; init; }
}
