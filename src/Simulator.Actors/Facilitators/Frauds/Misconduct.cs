using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Records;

namespace Simulator.Actors.Facilitators.Frauds;

/// <summary>What a facilitator does that it should not; this one does nothing of the kind.</summary>
internal class Misconduct
{
    private readonly SortedSet<string> confessed = new(StringComparer.Ordinal);

    public static Misconduct Of(FacilitatorSettings settings) => settings.Fraud?.Kind switch
    {
        FacilitatorFraudKind.Overcharge => new Overcharge(settings.Fraud, settings.Group),
        FacilitatorFraudKind.Redirect =>
            new Redirect(settings.Fraud, settings.Group, Secp256k1.AddressOf(settings.Key)),
        FacilitatorFraudKind.Delay => new Delay(settings.Fraud, settings.Group),
        FacilitatorFraudKind.Censorship => new Censorship(settings.Fraud, settings.Group),
        _ => new Misconduct(),
    };

    /// <summary>True when the payment is met with silence.</summary>
    public virtual bool Ignores(Permit2Authorization payment, IActorContext context) => false;

    /// <summary>How long a settlement waits before it is looked at.</summary>
    public virtual SimDuration Hold(Permit2Authorization payment, IActorContext context) => SimDuration.Zero;

    /// <summary>The amount and the authorisation that are broadcast instead of what was asked for; null for an honest settlement.</summary>
    public virtual (UInt256 Amount, Permit2Authorization Authorization)? Alter(
        Permit2Authorization payment, UInt256 due, IActorContext context) => null;

    /// <summary>Whether the facilitator cheats about this authorisation; says the truth about it if so.</summary>
    protected bool Cheats(FacilitatorFraud fraud, string group, Permit2Authorization payment, IActorContext context)
    {
        if (!context.Random.Draw(Draws.FacilitatorFraud, (ulong)(payment.Nonce.Low & ulong.MaxValue)).Chance(fraud.Share))
        {
            return false;
        }

        string subject = AuthorisationSubjects.Of(payment.From, payment.Nonce, context.Name);
        if (confessed.Add(subject))
        {
            context.Observe(new FraudAttempted(fraud.Name, context.Name, group, subject));
        }

        return true;
    }
}
