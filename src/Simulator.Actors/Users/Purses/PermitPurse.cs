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

    /// <summary>What the next authorisation is signed with.</summary>
    protected virtual Wallet Wallet => wallet;

    public virtual void OnStarted(IActorContext context)
    {
    }

    public virtual void OnRestarted(IActorContext context)
    {
    }

    public virtual void Begin(OpenRequest request, IActorContext context) => site.Send(request, null, session, context);

    public void Ask(OpenRequest request, IActorContext context) => site.Send(request, null, null, context);

    public virtual string? Pay(OpenRequest request, PaymentRequired required, IActorContext context)
    {
        long now = site.Settings.Clock.At(context.Now);
        string? declined =
            Wallet.Decide(required, now, context.Random, request.PaymentSubject, out PaymentIntent? honest);
        if (honest is null)
        {
            return declined;
        }

        PaymentIntent intent = Intend(honest, request, context);
        request.Paid = true;
        request.Intent = intent;
        int attempt = request.Attempt;
        context.Observe(new PaymentChallenged(new RequestId(context.Name, attempt), intent.Maximum));
        context.StartJob(null, intent.Sign, site.Settings.SigningTime, header => new PaymentSigned(attempt, header));
        return null;
    }

    public virtual void Learn(OpenRequest request, string? session, IActorContext context) =>
        this.session = session ?? this.session;

    public void Resume(string session) => this.session = session;

    public void Forget() => session = null;

    public virtual bool TryReceive(in Envelope envelope, IActorContext context)
    {
        if (envelope.Message is not PaymentSigned signed)
        {
            return false;
        }

        if (site.Find(signed.Attempt) is { Intent: not null } request)
        {
            Signed(request, signed.Header, context);
        }

        return true;
    }

    /// <summary>What is signed instead of an honest payment.</summary>
    protected virtual PaymentIntent Intend(PaymentIntent honest, OpenRequest request, IActorContext context) => honest;

    /// <summary>The payment is signed and goes out.</summary>
    protected virtual void Signed(OpenRequest request, string header, IActorContext context)
    {
        PaymentIntent intent = request.Intent!;
        if (intent.IsPromise)
        {
            context.Observe(intent.ToObservation(new RequestId(context.Name, request.Attempt)));
        }

        site.Send(request, header, null, context);
    }
}
