using Simulator.Actors.Network;
using Simulator.Actors.Users.Purses;
using Simulator.Kernel;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.X402;
using Simulator.Records;

namespace Simulator.Actors.Users.Frauds;

/// <summary>Asks without ever paying: with no payment, with one that nobody signed, or with a body beyond all measure.</summary>
/// <remarks>The rate is that of the group's arrivals. Which kind a request is, is drawn, a third each.</remarks>
internal sealed class JunkFlood(PurseSite site) : PermitPurse(site)
{
    /// <summary>Twice what gateways read.</summary>
    private const int OversizedBytes = 2 * Gateways.Gateway.MostBodyBytes;

    private static readonly string NoSignature = "0x" + new string('1', 130);

    public const string NeverPays = "never pays";

    private readonly PurseSite site = site;
    private readonly Confession confession = new(site.Settings);
    private PaymentRequired? remembered;

    private enum Junk
    {
        Unpaid = 0,
        Unsigned,
        Oversized,
    }

    public override void Begin(OpenRequest request, IActorContext context)
    {
        Junk kind = (Junk)context.Random.Draw(Draws.JunkKind, (ulong)request.Attempt).Below(3);
        if (kind == Junk.Unsigned && remembered is not null && Unsigned(request, remembered, context) is { } header)
        {
            site.Send(request, header, null, context);
            return;
        }

        request.Body = kind == Junk.Oversized ? new byte[OversizedBytes] : request.Body;
        confession.Say(new RequestId(context.Name, request.Attempt).ToString(), context);
        site.Send(request, null, null, context);
    }

    public override string? Pay(OpenRequest request, PaymentRequired required, IActorContext context)
    {
        remembered = required;
        return NeverPays;
    }

    // Everything is in order but the signature, so that the facilitator has to look at it.
    private string? Unsigned(OpenRequest request, PaymentRequired required, IActorContext context)
    {
        long now = site.Settings.Clock.At(context.Now);
        _ = Wallet.Decide(required, now, context.Random, request.PaymentSubject, out PaymentIntent? intent);
        if (intent is null)
        {
            return null;
        }

        Permit2Authorization authorization = intent.Authorization;
        confession.Say(AuthorisationSubjects.Of(authorization.From, authorization.Nonce), context);
        return new PaymentPayload(new Permit2Payload(NoSignature, authorization), intent.Accepted, intent.Resource).ToHeader();
    }
}
