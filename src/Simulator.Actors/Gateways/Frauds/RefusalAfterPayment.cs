using Simulator.Actors.Gateways.Http;
using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Gateways.Frauds;

/// <summary>Charges the session as for an answer, and replies that it cannot serve.</summary>
/// <remarks>
/// The authorisation allows it: what is signed is a maximum, not an answer. A refusal looks like an honest node's, which
/// charges nothing; only the settled amount gives it away, to clients that look once the authorisation has expired.
/// </remarks>
internal sealed class RefusalAfterPayment(string name, string group, Ratio share) : RequestFraud(name, group, share)
{
    private const ushort Unavailable = 503;

    protected override bool Cheat(HeldRequest request, Func<OpgAmount> charge, IActorContext context)
    {
        Confess(request, charge(), context);
        context.Tell(request.Client, new ErrorReply(request.Attempt, Unavailable, "service_unavailable"));
        return true;
    }
}
