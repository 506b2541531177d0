using Simulator.Actors.Gateways.Tills;
using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Records;

namespace Simulator.Actors.Gateways;

/// <summary>A request as the gateway holds it: who asked, under which number, what, and with which evidence.</summary>
internal sealed record HeldRequest(ActorRef Client, int Attempt, RequestId Id, byte[] Body, string? SettlementType)
{
    /// <summary>What the client asked of the answer.</summary>
    public VerificationMode Mode { get; init; } = VerificationMode.Tee;
}

/// <summary>A paid question in the enclave.</summary>
internal sealed record PendingInference(HeldRequest Request, Admission Admission);
