using Simulator.Actors.Rpc;
using Simulator.Actors.Users.Purses;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Users.Charges;

/// <summary>What a user was served for each of its authorisations, against what was collected under it in the end.</summary>
/// <remarks>
/// It looks only at those under which a request got no answer. An authorisation is forgotten once it has expired. Sends:
/// <see cref="GetSettledAmount"/>.
/// </remarks>
internal sealed class ChargeBook(UserSettings settings)
{
    // The last block before the deadline is there by then.
    private static readonly SimDuration Margin = SimDuration.FromSeconds(10);
    private static readonly SimDuration RetryPeriod = SimDuration.FromSeconds(60);

    private readonly Queue<DrawnAuthorisation> kept = new();
    private readonly SortedDictionary<string, DrawnAuthorisation> bySession = new(StringComparer.Ordinal);
    private readonly SortedDictionary<UInt256, DrawnAuthorisation> doubted = [];
    private readonly Address payer = Secp256k1.AddressOf(settings.Key);

    /// <summary>A request goes out: with a payment, on a session, or with neither.</summary>
    public void OnSent(OpenRequest request, bool isPaid, string? session, SimTime now)
    {
        Forget(now);
        request.Drawn = isPaid && request.Intent is { IsPromise: true } intent ? Open(intent, request, now)
            : session is null ? null
            : bySession.GetValueOrDefault(session);
    }

    /// <summary>An answer came.</summary>
    public void OnServed(OpenRequest request, string? session, OpgAmount cost)
    {
        if (request.Drawn is not { } drawn)
        {
            return;
        }

        request.Drawn = null;
        drawn.Served += cost;
        if (session is not null && drawn.Session is null)
        {
            drawn.Session = session;
            bySession[session] = drawn;
        }
    }

    /// <summary>No answer came, and none is waited for any more.</summary>
    public void OnUnserved(OpenRequest request, string subject, bool isRefused, IActorContext context)
    {
        if (request.Drawn is not { } drawn)
        {
            return;
        }

        request.Drawn = null;
        drawn.Unserved.Add((subject, isRefused));
        if (doubted.TryAdd(drawn.Nonce, drawn))
        {
            Await(drawn, context);
        }
    }

    /// <summary>Asks what was collected, again and again until there is an answer.</summary>
    public void OnDue(ChargesDue due, IActorContext context)
    {
        if (doubted.ContainsKey(due.Nonce))
        {
            context.Tell(settings.PaymentChain!.Value, new GetSettledAmount(payer, due.Nonce));
            context.StartTimer(RetryPeriod, due);
        }
    }

    /// <summary>The authorisation, and what was collected beyond what was served; null where that is nothing.</summary>
    public (DrawnAuthorisation Drawn, OpgAmount Surplus)? OnReply(GetSettledAmountReply reply) =>
        doubted.Remove(reply.Nonce, out DrawnAuthorisation? drawn) && reply.Amount > drawn.Served
            ? (drawn, reply.Amount - drawn.Served)
            : null;

    /// <summary>Timers died with the host.</summary>
    public void OnRestarted(IActorContext context)
    {
        foreach (DrawnAuthorisation drawn in doubted.Values)
        {
            Await(drawn, context);
        }
    }

    private DrawnAuthorisation Open(PaymentIntent intent, OpenRequest request, SimTime now)
    {
        long left = Math.Max(0, (long)intent.Authorization.Deadline.Low - settings.Clock.At(now));
        DrawnAuthorisation drawn = new(
            intent.Authorization.Nonce, request.Node!, now + SimDuration.FromSeconds(left) + Margin);
        kept.Enqueue(drawn);
        return drawn;
    }

    private void Forget(SimTime now)
    {
        while (kept.TryPeek(out DrawnAuthorisation? oldest) && oldest.FinalAt < now)
        {
            kept.Dequeue();
            if (oldest.Session is { } ended)
            {
                bySession.Remove(ended);
            }
        }
    }

    private static void Await(DrawnAuthorisation drawn, IActorContext context) => context.StartTimer(
        drawn.FinalAt > context.Now ? drawn.FinalAt - context.Now : Margin, new ChargesDue(drawn.Nonce));
}
