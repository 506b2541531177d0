using Simulator.Chain.Disputes;
using Simulator.Kernel;

namespace Simulator.Actors.Verifiers;

/// <summary>Checks or stamps, whichever paid better so far.</summary>
internal sealed class AdaptiveChecking(BanditRules rules, string group) : VerifierConduct
{
    private readonly PayoffBandit bandit = new(("check", "skip"), rules, group);

    public override CheckDecision Decide(ListedAnswer answer, string source, IActorContext context) =>
        bandit.Choose(context) == 0 ? CheckDecision.Check : CheckDecision.Approve;

    public override void Learn(CheckDecision decision, Int128 payoff) =>
        bandit.Learn(decision == CheckDecision.Check ? 0 : 1, payoff);
}
