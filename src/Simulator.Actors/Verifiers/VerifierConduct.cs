using Simulator.Actors.Network;
using Simulator.Chain.Disputes;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Actors.Verifiers;

/// <summary>What a verifier does about the answers that it drew: an honest one checks them. A fraud overrides it.</summary>
internal class VerifierConduct
{
    public static readonly VerifierConduct Honest = new();

    public virtual CheckDecision Decide(ListedAnswer answer, string source, IActorContext context) => CheckDecision.Check;

    /// <summary>What is known of the payoff of one decided answer.</summary>
    public virtual void Learn(CheckDecision decision, Int128 payoff)
    {
    }
}

/// <summary>A verifier that cheats, in a share of the occasions.</summary>
internal abstract class VerifierFraud(string name, string group, Ratio share) : VerifierConduct
{
    public sealed override CheckDecision Decide(ListedAnswer answer, string source, IActorContext context)
    {
        bool isOccasion = IsOccasion(source)
            && context.Random.Draw(Draws.VerifierFraud, answer.Row.Answer.Prefix64).Chance(share);
        if (!isOccasion)
        {
            return CheckDecision.Check;
        }

        context.Observe(new FraudAttempted(
            name, context.Name, group, FraudSubjects.OfCheck(answer.Row.Answer, context.Name)));
        return Cheat();
    }

    /// <summary>Whether an answer of that node is one to cheat in.</summary>
    protected virtual bool IsOccasion(string source) => true;

    protected abstract CheckDecision Cheat();
}
