using Simulator.Kernel;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;
using Simulator.Records;

namespace Simulator.Actors.Users.Purses;

/// <summary>Pays by Permit2 authorisations, one when a 402 asks for it, and draws on the session it opened.</summary>
internal class PermitPurse(PurseSite site) : IPurse
{
    private readonly Wallet wallet = new(site.Settings.Key);
    private string? session;

    public Address Address => wallet.Address;

    public void Begin(OpenRequest request, IActorContext context) => site.Send(request, null, session, context);

    public string? Pay(OpenRequest request, PaymentRequired required, IActorContext context)
    {
        long now = site.Settings.Clock.At(context.Now);
        string? declined = wallet.Decide(required, now, context.Random, request.Attempt, out PaymentIntent? intent);
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

    public void Learn(string? session) => this.session = session ?? this.session;

    public void Forget() => session = null;

    public bool TryReceive(in Envelope envelope, IActorContext context)
    {
        if (envelope.Message is not PaymentSigned signed)
        {
            return false;
        }

        if (site.Find(signed.Attempt) is { } request)
        {
            context.Observe(request.Intent!.ToObservation(new RequestId(context.Name, signed.Attempt)));
            site.Send(request, signed.Header, null, context);
        }

        return true;
    }
}
