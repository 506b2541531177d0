using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>What the machine of a node can do, as service times in simulated time.</summary>
public sealed record HardwareProfile
{
    public required string Name { get; init; }

    /// <summary>Requests computed at the same time; at least one.</summary>
    public required int Cores { get; init; }

    /// <summary>One inference on one core, with the handling of the request.</summary>
    public required SimDuration Inference { get; init; }

    /// <summary>Time to decode one token of a text.</summary>
    public required SimDuration Token { get; init; }

    /// <summary>One RSA-2048 PSS signature.</summary>
    public required SimDuration Signing { get; init; }

    /// <summary>OPG per hour of one busy core.</summary>
    public OpgAmount Cost { get; init; }
}
