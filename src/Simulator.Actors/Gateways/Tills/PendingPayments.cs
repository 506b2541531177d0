using Simulator.Actors.Network;
using Simulator.Primitives;
using Simulator.Protocol.X402;
using Simulator.Protocol.X402.Sessions;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>A payment on its way through a facilitator's <c>/verify</c>.</summary>
internal sealed record PendingVerification(
    HeldRequest Request,
    string Header,
    PaymentPayload Payment,
    PaymentRequirements Requirements,
    KnownFacilitator Facilitator,
    SimTime Since);

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
