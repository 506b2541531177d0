using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Actors.Gateways.Frauds;

/// <summary>Says the truth about a node's frauds, which no party of the network reads.</summary>
internal sealed class Confessions(string group)
{
    private readonly HashSet<RequestId> cheatedIn = [];

    /// <param name="fraud">Name in the catalogue of frauds.</param>
    /// <param name="request">What the node cheats in.</param>
    /// <param name="charged">What the client pays for it.</param>
    /// <param name="context">The gateway's.</param>
    public void Say(string fraud, HeldRequest request, OpgAmount charged, IActorContext context)
    {
        // A client that tries again is cheated in the same request, and may pay for it twice.
        string subject = FraudSubjects.OfAnswer(request.Id, context.Name);
        if (cheatedIn.Add(request.Id))
        {
            context.Observe(new FraudAttempted(fraud, context.Name, group, subject));
        }

        if (!charged.IsZero)
        {
            context.Observe(new FraudLoss(subject, request.Id.User, charged));
        }
    }
}
