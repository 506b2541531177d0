using Simulator.Kernel;
using Simulator.Protocol.Permit2;

namespace Simulator.Actors.Facilitators.Frauds;

/// <summary>Answers nothing about payments from or to certain accounts. Nothing signed prevents it; another facilitator helps.</summary>
internal sealed class Censorship(FacilitatorFraud fraud, string group) : Misconduct
{
    public override bool Ignores(Permit2Authorization payment, IActorContext context) =>
        (fraud.Against.Contains(payment.From) || fraud.Against.Contains(payment.Witness.To))
        && Cheats(fraud, group, payment, context);
}
