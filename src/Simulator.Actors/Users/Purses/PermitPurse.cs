using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;
using Simulator.Records;

namespace Simulator.Actors.Users.Purses;

/// <summary>Pays by Permit2 authorisations, one when a 402 asks for it, and draws on the session it opened.</summary>
internal class PermitPurse(PurseSite site) : IPurse
{
    private readonly Wallet wallet = new(site.Settings.Key);
    private readonly SortedDictionary<string, string> sessions = new(StringComparer.Ordinal);
    private string? session;

    public Address Address => wallet.Address;

    public void Begin(OpenRequest request, IActorContext context) => site.Send(request, null, session, context);

    public string? Pay(OpenRequest request, PaymentRequired required, IActorContext context)
    {
        long now = site.Settings.Clock.At(context.Now);
        ulong subject = (uint)request.Attempt | ((ulong)(uint)request.PaymentsLost << 32);
        string? declined = wallet.Decide(required, now, context.Random, subject, out PaymentIntent? intent);
        if (intent is null)
        {
            return declined;
        }

        request.Paid = true;
        request.Intent = intent;
        int attempt = request.Attempt;
        context.Observe(new PaymentChallenged(new RequestId(context.Name, attempt), intent.Maximum));
        context.StartJob(null, intent.Sign, site.Settings.SigningTime, header => new PaymentSigned(attempt, header));
        return null;
    }

    // Who keeps to one node has one session; who chooses anew each time may have one with each.
    public void Learn(KnownNode node, string? session)
    {
        this.session = session ?? this.session;
        if (session is not null && !site.Settings.Choice.KeepsNode)
        {
            sessions[node.Name] = session;
        }
    }

    public void Forget(KnownNode? node)
    {
        session = null;
        if (node is not null)
        {
            sessions.Remove(node.Name);
        }
    }

    public void Turn(KnownNode? node) => session = node is null ? null : sessions.GetValueOrDefault(node.Name);

    public bool TryReceive(in Envelope envelope, IActorContext context)
    {
        if (envelope.Message is not PaymentSigned signed)
        {
            return false;
        }

        if (site.Find(signed.Attempt) is { Intent: { } intent } request)
        {
            context.Observe(intent.ToObservation(new RequestId(context.Name, signed.Attempt)));
            site.Send(request, signed.Header, null, context);
        }

        return true;
    }
}
