using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Payments;

/// <summary>Holds every settlement against the promise its payer signed.</summary>
/// <remarks>
/// A use that matches no known authorisation is itself a violation, so forgetting hides nothing. A use in a block that is
/// taken back later had to keep the promise all the same; how often one is used is the judge's of single use.
/// </remarks>
public sealed class AuthorisationsKept : Checker
{
    private readonly OpenAuthorisations<Promise> promises = new();

    public override string Name => "authorisations.kept";

    public override string Rule =>
        "No authorisation is settled above its signed maximum, to another recipient, or without having been signed.";

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case PaymentAuthorised signed:
                promises.Add(signed.Payer, signed.Nonce, signed.Deadline, new Promise(signed.Maximum, signed.Recipient));
                break;
            case AuthorisationUsed used:
                OnUsed(used, fact.At);
                break;
            case BlockProduced block:
                promises.Observe(block);
                break;
        }
    }

    private void OnUsed(AuthorisationUsed used, SimTime at)
    {
        string subject = $"authorisation {used.Payer}/{used.Nonce}";
        Promise? promise = promises.Find(used.Payer, used.Nonce);
        Judge(promise is not null, at, subject, $"settled in {used.Transaction}, but its payer never signed it");
        if (promise is null)
        {
            return;
        }

        Judge(
            used.Amount <= promise.Maximum,
            at,
            subject,
            $"settled {used.Amount.BaseUnits} atto-OPG, above the signed maximum {promise.Maximum.BaseUnits}");
        Judge(used.Recipient == promise.Recipient, at, subject, $"paid to {used.Recipient}, signed for {promise.Recipient}");
    }

    private sealed record Promise(OpgAmount Maximum, Address Recipient);
}
