using Simulator.Actors.Rpc;
using Simulator.Chain.Disputes;
using Simulator.Kernel;
using Simulator.Records;

namespace Simulator.Actors.Users;

/// <summary>What a user makes of rulings about requests that were not its own.</summary>
public sealed partial class User
{
    private readonly RulingReader? rulings = settings.Rulings is { } access ? new RulingReader(access) : null;

    // Lapsed disputes prove nothing, and tests are about those who check.
    private void OnDecisions(GetDecisionsReply reply, IActorContext context)
    {
        foreach ((string name, DecidedAnswer decided) in rulings?.OnReply(reply) ?? [])
        {
            switch (decided.Status)
            {
                case AnswerStatus.Convicted:
                    Believe(name, decided, RulingRead.Convicted, context);
                    break;
                case AnswerStatus.Verified:
                    Believe(name, decided, RulingRead.Acquitted, context);
                    break;
            }
        }
    }

    private void Believe(string name, DecidedAnswer decided, string outcome, IActorContext context)
    {
        bool isGood = outcome == RulingRead.Acquitted;
        int weight = isGood ? rulings!.Access.Weights.Acquittal : rulings!.Access.Weights.Conviction;
        int score = book.Judge(name, isGood, weight, context.Now);
        context.Observe(new RulingRead(context.Name, name, decided.Answer, outcome));
        context.Observe(new NodeRated(context.Name, name, score));
    }
}
