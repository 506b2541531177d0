using Simulator.Actors.Enclaves.Frauds;
using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Gateways.Frauds;

/// <summary>The answers that a node's own enclave forged, from its word until they are delivered.</summary>
internal sealed class ForgedAnswers(string group)
{
    private readonly SortedDictionary<ulong, string> fraudOf = [];
    private readonly Confessions confessions = new(group);

    public void OnForged(AnswerForged forged) => fraudOf[forged.Ticket] = forged.Fraud;

    /// <summary>An answer goes out that will be charged for once it is verified.</summary>
    public void OnServed(ulong ticket, HeldRequest request, IActorContext context)
    {
        if (fraudOf.TryGetValue(ticket, out string? fraud))
        {
            confessions.Say(fraud, request, OpgAmount.Zero, context);
        }
    }

    /// <summary>The answer will not be charged for.</summary>
    public void Forget(ulong ticket) => fraudOf.Remove(ticket);

    /// <summary>An answer goes out, for what was charged.</summary>
    public void OnDelivered(ulong ticket, HeldRequest request, OpgAmount charged, IActorContext context)
    {
        if (fraudOf.Remove(ticket, out string? fraud))
        {
            confessions.Say(fraud, request, charged, context);
        }
    }
}
