using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.X402;
using Simulator.Protocol.X402.Sessions;
using Simulator.Records;

namespace Simulator.Actors.Gateways;

/// <summary>A request as the gateway holds it: who asked, under which number, what, and with which evidence.</summary>
internal sealed record HeldRequest(ActorRef Client, int Attempt, RequestId Id, byte[] Body, string? SettlementType)
{
    /// <summary>What the client asked of the answer.</summary>
    public VerificationMode Mode { get; init; } = VerificationMode.Tee;
}

/// <summary>A payment on its way through a facilitator's <c>/verify</c>.</summary>
internal sealed record PendingVerification(
    HeldRequest Request,
    string Header,
    PaymentPayload Payment,
    PaymentRequirements Requirements,
    KnownFacilitator Facilitator,
    SimTime Since);

/// <summary>A paid question in the enclave.</summary>
internal sealed record PendingInference(HeldRequest Request, UptoSession Session);

/// <summary>A session on its way through a facilitator's <c>/settle</c>.</summary>
internal sealed class PendingSettlement(UptoSession session, KnownFacilitator facilitator)
{
    public UptoSession Session => session;

    public KnownFacilitator Facilitator => facilitator;

    /// <summary>Job id once the facilitator has taken it.</summary>
    public string? Job { get; set; }

    /// <summary>Polls made so far.</summary>
    public int Polls { get; set; }
}
