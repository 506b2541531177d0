using System.Globalization;
using Simulator.Actors.Storage.Http;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Blobs;
using Simulator.Records;

namespace Simulator.Actors.Storage;

/// <summary>Fetches blobs for the actor that owns it: replica after replica, until one serves the content of that id.</summary>
/// <remarks>
/// The owner hands it <see cref="GetBlobReply"/> and <see cref="BlobFetchTimedOut"/>; each returns how the fetch ended,
/// or null while it goes on. Says <see cref="BlobFetched"/> of every replica that was asked and <see cref="BlobMissed"/>
/// when none is left.
/// </remarks>
public sealed class BlobFetcher(BlobFetcherSettings settings)
{
    /// <summary>Every replica was asked and none served the blob.</summary>
    public const string Unavailable = "blob_unavailable";

    /// <summary>How long one replica may take; the HTTP timeout of the network's own clients.</summary>
    public static readonly SimDuration ReplicaTimeout = SimDuration.FromSeconds(30);

    private readonly SortedDictionary<ulong, UnderWay> calls = [];
    private ulong lastCall;

    /// <summary>What a storage node can cheat in: one call of one client.</summary>
    public static string SubjectOf(string client, ulong call) =>
        string.Create(CultureInfo.InvariantCulture, $"blob/{client}/{call}");

    /// <summary>Begins to fetch. At least one replica is known of every blob.</summary>
    public void Fetch(BlobId blob, IActorContext context)
    {
        IReadOnlyList<KnownStorage> order = settings.Placement.AskingOrder(blob, settings.Client);
        Invariant.That(order.Count > 0);
        Ask(new UnderWay(blob, order, 0, context.Now), context);
    }

    /// <summary>A reply that comes too late, or twice, changes nothing.</summary>
    public BlobFetch? OnReply(GetBlobReply reply, IActorContext context)
    {
        if (!calls.Remove(reply.Call, out UnderWay? fetch))
        {
            return null;
        }

        context.CancelTimer(fetch.Timer);
        BlobFetchOutcome outcome = Judge(fetch.Blob, reply);
        Notice(reply.Call, outcome, context);
        Tell(fetch, outcome, reply.Status == 200 ? reply.Body : null, context);
        return outcome == BlobFetchOutcome.Accepted
            ? new BlobFetch.Found(fetch.Blob, reply.Body)
            : GoOn(fetch, context);
    }

    public BlobFetch? OnTimedOut(BlobFetchTimedOut timeout, IActorContext context)
    {
        if (!calls.Remove(timeout.Call, out UnderWay? fetch))
        {
            return null;
        }

        Notice(timeout.Call, BlobFetchOutcome.Withheld, context);
        Tell(fetch, BlobFetchOutcome.Withheld, null, context);
        return GoOn(fetch, context);
    }

    /// <summary>Calls and their timers died with the host; the owner begins again what it still needs.</summary>
    public void OnRestarted() => calls.Clear();

    private BlobFetchOutcome Judge(BlobId asked, GetBlobReply reply)
    {
        if (reply.Status != 200)
        {
            return BlobFetchOutcome.NotFound;
        }

        if (!settings.ChecksIds)
        {
            return BlobFetchOutcome.Accepted;
        }

        BlobId content = BlobId.Of(reply.Body);
        return content == asked ? BlobFetchOutcome.Accepted
            : settings.Published.Contains(content) ? BlobFetchOutcome.Substituted
            : BlobFetchOutcome.Corrupted;
    }

    private void Ask(UnderWay fetch, IActorContext context)
    {
        ulong call = ++lastCall;
        fetch.Timer = context.StartTimer(ReplicaTimeout, new BlobFetchTimedOut(call));
        calls.Add(call, fetch);
        context.Tell(fetch.Replica.Actor, new GetBlob(call, fetch.Blob.ToString()));
    }

    private BlobFetch.Missed? GoOn(UnderWay fetch, IActorContext context)
    {
        if (fetch.Asked + 1 < fetch.Order.Count)
        {
            Ask(fetch with { Asked = fetch.Asked + 1 }, context);
            return null;
        }

        context.Observe(new BlobMissed(fetch.Blob, settings.Client, fetch.Order.Count, context.Now - fetch.Since));
        return new BlobFetch.Missed(fetch.Blob);
    }

    private static void Notice(ulong call, BlobFetchOutcome outcome, IActorContext context)
    {
        if (outcome != BlobFetchOutcome.Accepted)
        {
            context.Observe(new FraudNoticed(SubjectOf(context.Name, call), context.Name, BlobFetchOutcomes.NameOf(outcome)));
        }
    }

    private void Tell(UnderWay fetch, BlobFetchOutcome outcome, byte[]? body, IActorContext context) => context.Observe(
        new BlobFetched(fetch.Blob, fetch.Replica.Name, settings.Client, outcome, body, context.Now - fetch.Since));

    private sealed record UnderWay(BlobId Blob, IReadOnlyList<KnownStorage> Order, int Asked, SimTime Since)
    {
        public KnownStorage Replica => Order[Asked];

        public TimerId Timer { get; set; }
    }
}
