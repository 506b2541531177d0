using Simulator.Actors.Users.Purses;
using Simulator.Kernel;
using Simulator.Protocol.X402;
using Simulator.Records;

namespace Simulator.Actors.Users.Frauds;

/// <summary>Presents an authorisation again, in other words, where it has opened a session already.</summary>
/// <remarks>
/// Gateways know a session by the hash of its payment header. The same authorisation in a header that differs in a member
/// nobody signs opens another session, and passes verification until its nonce is spent on chain. Once it is, or at
/// another node, verification refuses it.
/// </remarks>
internal sealed class ReplayedAuthorisation(PurseSite site) : PermitPurse(site)
{
    private readonly PurseSite site = site;
    private readonly Confession confession = new(site.Settings);
    private PaymentPayload? shown;
    private bool said;

    public override void Begin(OpenRequest request, IActorContext context)
    {
        if (shown?.Payload is not Permit2Payload { Authorization: { } signed }
            || !confession.IsOccasion(request.Attempt, context))
        {
            base.Begin(request, context);
            return;
        }

        if (!said)
        {
            said = true;
            confession.Say(AuthorisationSubjects.Of(signed.From, signed.Nonce), context);
        }

        ResourceInfo other = new($"https://{context.Name}.invalid/{request.Attempt}", "again", "application/json");
        site.Send(request, (shown with { Resource = other }).ToHeader(), null, context);
    }

    protected override void Signed(OpenRequest request, string header, IActorContext context)
    {
        bool isRead = PaymentPayload.FromHeader(header).TryGet(out PaymentPayload? payment);
        (shown, said) = (isRead ? payment : null, false);
        base.Signed(request, header, context);
    }
}
