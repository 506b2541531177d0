using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Enclaves;

/// <summary>What an enclave needs to boot, to be registered and to stay active.</summary>
public sealed record EnclaveLifeSettings
{
    public required BootSchedule Boots { get; init; }

    /// <summary>From the host's start until the enclave serves.</summary>
    public required SimDuration BootTime { get; init; }

    /// <summary>The hardware that attests.</summary>
    public required SimulatedVendor Vendor { get; init; }

    /// <summary>The hardware's clock, which is right even where the enclave's own is not.</summary>
    public required UnixClock Clock { get; init; }

    /// <summary>Who registers it.</summary>
    public required ActorRef Operator { get; init; }

    /// <summary>The facilitator's relay for heartbeats.</summary>
    public required ActorRef HeartbeatRelay { get; init; }

    /// <summary>Where heartbeats are meant for.</summary>
    public required Address Registry { get; init; }

    /// <summary>From the end of one series of attempts to the next.</summary>
    public required SimDuration HeartbeatInterval { get; init; }
}
