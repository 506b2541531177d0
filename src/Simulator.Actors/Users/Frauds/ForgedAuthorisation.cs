using Simulator.Actors.Users.Purses;
using Simulator.Kernel;
using Simulator.Protocol.Permit2;
using Simulator.Records;

namespace Simulator.Actors.Users.Frauds;

/// <summary>Pays with somebody else's money: names the node's own account as the payer and signs with its own key.</summary>
/// <remarks>Everything but the signature is in order; the verification recovers another signer than the payer.</remarks>
internal sealed class ForgedAuthorisation(PurseSite site) : PermitPurse(site)
{
    private readonly Confession confession = new(site.Settings);

    protected override PaymentIntent Intend(PaymentIntent honest, OpenRequest request, IActorContext context)
    {
        if (!confession.IsOccasion(request.Attempt, context))
        {
            return honest;
        }

        Permit2Authorization forged = honest.Authorization with { From = honest.Authorization.Witness.To };
        confession.Say(AuthorisationSubjects.Of(forged.From, forged.Nonce), context);
        return honest with { Authorization = forged, IsPromise = false };
    }
}
