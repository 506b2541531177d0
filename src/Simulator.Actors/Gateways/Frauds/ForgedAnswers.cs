using Simulator.Actors.Enclaves.Frauds;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Actors.Gateways.Frauds;

/// <summary>The answers that a node's own enclave forged, from its word until they are delivered.</summary>
internal sealed class ForgedAnswers(string group)
{
    private readonly SortedDictionary<ulong, string> fraudOf = [];
    private readonly HashSet<RequestId> cheatedIn = [];

    public void OnForged(AnswerForged forged) => fraudOf[forged.Ticket] = forged.Fraud;

    /// <summary>An answer goes out, for what was charged. Says the truth about it, which no party of the network reads.</summary>
    public void OnDelivered(ulong ticket, HeldRequest request, OpgAmount charged, IActorContext context)
    {
        if (!fraudOf.Remove(ticket, out string? fraud))
        {
            return;
        }

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
