using Simulator.Actors.Network;
using Simulator.Actors.Planting;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Attestation;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Worlds;

/// <summary>What every assembly of one world shares while parties are placed.</summary>
internal sealed record WorldSite
{
    public required Scenario Scenario { get; init; }

    public required WorldEnvironment Environment { get; init; }

    public required WorldBuilder Builder { get; init; }

    public required Accounts Accounts { get; init; }

    public required SimulatedVendor Vendor { get; init; }

    public required UnixClock Clock { get; init; }

    public required PlantedBug Bug { get; init; }

    public required FaultPlan Faults { get; init; }

    /// <summary>Users ask until then.</summary>
    public required SimTime AsksUntil { get; init; }

    /// <summary>When the run has drained.</summary>
    public required SimTime Until { get; init; }
}
