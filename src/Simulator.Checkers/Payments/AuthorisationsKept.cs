using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Payments;

/// <summary>Holds every settlement against the promise its payer signed.</summary>
/// <remarks>
/// Memory is bounded by what is open: an authorisation is forgotten <see cref="Grace"/> after its deadline, when every
/// contract refuses it. A use that matches no known authorisation is itself a violation, so forgetting hides nothing.
/// </remarks>
public sealed class AuthorisationsKept : Checker
{
    /// <summary>How long after its deadline an authorisation is remembered; longer than any block interval.</summary>
    public static readonly SimDuration Grace = SimDuration.FromHours(1);

    private readonly Dictionary<(Address Payer, UInt256 Nonce), Promise> promises = [];
    private readonly Queue<((Address Payer, UInt256 Nonce) Key, SimTime At)> order = new();

    public override string Name => "authorisations.kept";

    public override string Rule =>
        "No authorisation is settled twice, above its signed maximum, to another recipient, or without having been signed.";

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case PaymentAuthorised signed:
                Forget(fact.At);
                promises[(signed.Payer, signed.Nonce)] = new Promise(signed.Maximum, signed.Recipient);
                order.Enqueue(((signed.Payer, signed.Nonce), fact.At));
                break;
            case AuthorisationUsed used:
                OnUsed(used, fact.At);
                break;
        }
    }

    private void OnUsed(AuthorisationUsed used, SimTime at)
    {
        string subject = $"authorisation {used.Payer}/{used.Nonce}";
        bool known = promises.TryGetValue((used.Payer, used.Nonce), out Promise? promise);
        Judge(known, at, subject, $"settled in {used.Transaction}, but its payer never signed it");
        if (promise is null)
        {
            return;
        }

        Judge(!promise.Settled, at, subject, $"settled a second time, in {used.Transaction}");
        Judge(
            used.Amount <= promise.Maximum,
            at,
            subject,
            $"settled {used.Amount.BaseUnits} atto-OPG, above the signed maximum {promise.Maximum.BaseUnits}");
        Judge(used.Recipient == promise.Recipient, at, subject, $"paid to {used.Recipient}, signed for {promise.Recipient}");
        promise.Settled = true;
    }

    private void Forget(SimTime now)
    {
        while (order.TryPeek(out ((Address Payer, UInt256 Nonce) Key, SimTime At) oldest) && now - oldest.At > Grace)
        {
            promises.Remove(oldest.Key);
            order.Dequeue();
        }
    }

    private sealed class Promise(OpgAmount maximum, Address recipient)
    {
        public OpgAmount Maximum => maximum;

        public Address Recipient => recipient;

        public bool Settled { get; set; }
    }
}
