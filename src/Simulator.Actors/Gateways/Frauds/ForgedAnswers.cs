using Simulator.Actors.Enclaves.Frauds;
using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Gateways.Frauds;

/// <summary>The answers that a node's own enclave forged, from its word until they are delivered.</summary>
internal sealed class ForgedAnswers(string group, Tariff tariff)
{
    private readonly SortedDictionary<ulong, AnswerForged> forged = [];
    private readonly Confessions confessions = new(group);

    public void OnForged(AnswerForged message) => forged[message.Ticket] = message;

    /// <summary>An answer goes out that will be charged for once it is verified.</summary>
    public void OnServed(ulong ticket, HeldRequest request, IActorContext context)
    {
        if (forged.TryGetValue(ticket, out AnswerForged? message))
        {
            confessions.Say(message.Fraud, request, OpgAmount.Zero, context);
        }
    }

    /// <summary>The answer will not be charged for.</summary>
    public void Forget(ulong ticket) => forged.Remove(ticket);

    /// <summary>An answer goes out, for a charge that its client pays in vain as far as the answer is worth less.</summary>
    public void OnDelivered(ulong ticket, HeldRequest request, OpgAmount charged, IActorContext context)
    {
        if (forged.Remove(ticket, out AnswerForged? message))
        {
            OpgAmount worth = message.Worth is { } usage ? tariff.PriceOf(usage) : OpgAmount.Zero;
            confessions.Say(message.Fraud, request, charged > worth ? charged - worth : OpgAmount.Zero, context);
        }
    }
}
