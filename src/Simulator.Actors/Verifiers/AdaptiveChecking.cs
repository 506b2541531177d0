using Simulator.Chain.Disputes;
using Simulator.Kernel;
using Simulator.Records;

namespace Simulator.Actors.Verifiers;

/// <summary>Checks or stamps, whichever paid better so far.</summary>
internal sealed class AdaptiveChecking(BanditRules rules, string group) : VerifierConduct
{
    /// <summary>Name in the catalogue of frauds.</summary>
    private const string RubberStamp = "rubber_stamp";

    private readonly PayoffBandit bandit = new(("check", "skip"), rules, group);

    // A stamp is a stamp, for whatever reason.
    public override CheckDecision Decide(ListedAnswer answer, string source, IActorContext context)
    {
        if (bandit.Choose(context) == 0)
        {
            return CheckDecision.Check;
        }

        context.Observe(new FraudAttempted(
            RubberStamp, context.Name, group, FraudSubjects.OfCheck(answer.Row.Answer, context.Name)));
        return CheckDecision.Approve;
    }

    public override void Learn(CheckDecision decision, Int128 payoff) =>
        bandit.Learn(decision == CheckDecision.Check ? 0 : 1, payoff);
}
