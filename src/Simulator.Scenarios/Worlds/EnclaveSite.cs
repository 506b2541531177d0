using Simulator.Actors.Enclaves;
using Simulator.Actors.Gateways;
using Simulator.Actors.Network;
using Simulator.Actors.Planting;
using Simulator.Kernel;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Worlds;

/// <summary>The part of a world under construction that nodes are placed in.</summary>
internal sealed record EnclaveSite
{
    public required Scenario Scenario { get; init; }

    public required WorldBuilder Builder { get; init; }

    public required Accounts Accounts { get; init; }

    public required InferenceChainAssembly Chain { get; init; }

    public required FaultPlan Faults { get; init; }

    /// <summary>Who answers under which base URL: the world's name service, filled here.</summary>
    public required SortedDictionary<string, (string Name, ActorRef Gateway)> Endpoints { get; init; }

    public required SimulatedVendor Vendor { get; init; }

    public required EnclaveKeyPool Keys { get; init; }

    public required UnixClock Clock { get; init; }

    public required PlantedBug Bug { get; init; }

    /// <summary>A group's enclaves, without an identity.</summary>
    public required Func<NodeGroup, EnclaveSettings> EnclaveSettingsOf { get; init; }

    /// <summary>A group's gateways, by the address they are paid at.</summary>
    public required Func<NodeGroup, Address, GatewaySettings> GatewaySettingsOf { get; init; }
}
