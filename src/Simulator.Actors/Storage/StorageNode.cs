using Simulator.Actors.Network;
using Simulator.Actors.Storage.Http;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Blobs;
using Simulator.Records;

namespace Simulator.Actors.Storage;

/// <summary>Holds blobs by the id of their content, and publishes for others: what it is given goes to all replicas.</summary>
/// <remarks>
/// A blob counts as stored once more than half of its replicas have confirmed it. Sends: <see cref="PutBlobReply"/>,
/// <see cref="GetBlobReply"/>, <see cref="StoreReplica"/>, <see cref="ReplicaStored"/>.
/// </remarks>
public sealed class StorageNode(StorageSettings settings) : IActor
{
    /// <summary>Longest blob: with its framing it fits one message.</summary>
    public const int LargestBlob = 15 << 20;

    /// <summary>Epochs that can be paid for at once.</summary>
    public const int MostEpochs = 53;

    /// <summary>An empty blob (400).</summary>
    public const string BlobEmpty = "blob_empty";

    /// <summary>More than <see cref="LargestBlob"/> bytes (413).</summary>
    public const string BlobTooLarge = "blob_too_large";

    /// <summary>No epoch, or more than <see cref="MostEpochs"/> (400).</summary>
    public const string EpochsInvalid = "epochs_invalid";

    /// <summary>At most half of the replicas were confirmed in time (503).</summary>
    public const string TooFewReplicas = "too_few_replicas";

    private static readonly SimDuration ReplicationTimeout = SimDuration.FromSeconds(10);

    private readonly BlobShelf shelf = new();
    private readonly SortedDictionary<ulong, Publication> publications = [];
    private ulong numbers;

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: OnStarted(context); break;
            case Restarted: publications.Clear(); break;
            case PutBlob message: OnPutBlob(envelope.From, message, context); break;
            case StoreReplica message: OnStoreReplica(envelope.From, message, context); break;
            case ReplicaStored message: OnReplicaStored(envelope.From, message, context); break;
            case PublicationTimedOut message: OnPublicationTimedOut(message, context); break;
            case GetBlob message: OnGetBlob(envelope.From, message, context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    // Who substitutes has collected everything there was to collect.
    private void OnStarted(IActorContext context)
    {
        context.Observe(new StorageDeclared(context.Name, settings.Group));
        foreach (byte[] body in settings.Published)
        {
            BlobId id = BlobId.Of(body);
            if (IsReplicaOf(id, context.Self))
            {
                Keep(id, body, SimTime.EndOfTime, context);
            }
            else if (settings.Behaviour == StorageBehaviour.Substitute)
            {
                shelf.Keep(id, body, SimTime.EndOfTime, context.Now);
            }
        }
    }

    private void OnPutBlob(ActorRef client, PutBlob put, IActorContext context)
    {
        if (Refusal(put) is { } refusal)
        {
            Reply(client, new PutBlobReply(put.Call, refusal.Status, null, refusal.Error), context);
            return;
        }

        BlobId id = BlobId.Of(put.Body);
        IReadOnlyList<KnownStorage> replicas = settings.Placement.ReplicasOf(id);
        Publication publication = new(client, put.Call, id, replicas.Count);
        ulong number = ++numbers;
        foreach (KnownStorage replica in replicas)
        {
            if (replica.Actor == context.Self)
            {
                publication.Confirm(replica.Actor, Keep(id, put.Body, EndOf(put.Epochs, context.Now), context));
            }
            else
            {
                context.Tell(replica.Actor, new StoreReplica(number, put.Body, put.Epochs));
            }
        }

        if (publication.IsCertified)
        {
            Certify(publication, context);
            return;
        }

        publication.Timer = context.StartTimer(ReplicationTimeout, new PublicationTimedOut(number));
        publications.Add(number, publication);
    }

    private static (ushort Status, string Error)? Refusal(PutBlob put) => put switch
    {
        { Body.Length: 0 } => (400, BlobEmpty),
        { Body.Length: > LargestBlob } => (413, BlobTooLarge),
        { Epochs: < 1 or > MostEpochs } => (400, EpochsInvalid),
        _ => null,
    };

    private void OnStoreReplica(ActorRef publisher, StoreReplica store, IActorContext context)
    {
        bool isNew = Keep(BlobId.Of(store.Body), store.Body, EndOf(store.Epochs, context.Now), context);
        context.Tell(publisher, new ReplicaStored(store.Call, isNew), settings.Service);
    }

    private void OnReplicaStored(ActorRef node, ReplicaStored stored, IActorContext context)
    {
        if (!publications.TryGetValue(stored.Call, out Publication? publication))
        {
            return;
        }

        publication.Confirm(node, stored.IsNew);
        if (publication.IsCertified)
        {
            publications.Remove(stored.Call);
            context.CancelTimer(publication.Timer);
            Certify(publication, context);
        }
    }

    private void OnPublicationTimedOut(PublicationTimedOut timeout, IActorContext context)
    {
        if (publications.Remove(timeout.Publication, out Publication? publication))
        {
            Reply(publication.Client, new PutBlobReply(publication.Call, 503, null, TooFewReplicas), context);
        }
    }

    private void Certify(Publication publication, IActorContext context) => Reply(
        publication.Client,
        new PutBlobReply(publication.Call, 200, publication.Blob.ToString(), null, !publication.IsNew),
        context);

    private void OnGetBlob(ActorRef client, GetBlob get, IActorContext context)
    {
        if (!BlobId.TryParse(get.BlobId, out BlobId id, out _))
        {
            Reply(client, new GetBlobReply(get.Call, 400, []), context);
            return;
        }

        Draw luck = context.Random.Draw(Draws.StorageMisbehaviour, id.Content.Prefix64, ++numbers);
        bool misbehaves = luck.Chance(settings.Misbehaves);
        byte[]? found = shelf.Find(id, context.Now);
        byte[]? served = (settings.Behaviour, misbehaves) switch
        {
            (StorageBehaviour.Corrupt, true) => Corrupted(found, luck),
            (StorageBehaviour.Substitute, true) => shelf.OtherThan(id, context.Now),
            _ => found,
        };
        bool isHidden = settings.Behaviour == StorageBehaviour.Withhold && misbehaves;
        if (IsWronged(id, served, isHidden, context))
        {
            context.Observe(new FraudAttempted(
                NameOf(settings.Behaviour), context.Name, settings.Group, BlobFetcher.SubjectOf(context.NameOf(client), get.Call)));
        }

        if (!isHidden)
        {
            ushort status = served is null ? (ushort)404 : (ushort)200;
            Reply(client, new GetBlobReply(get.Call, status, served ?? []), context);
        }
    }

    private bool IsWronged(BlobId asked, byte[]? served, bool isHidden, IActorContext context) => settings.Behaviour switch
    {
        StorageBehaviour.Lose => served is null && IsReplicaOf(asked, context.Self),
        StorageBehaviour.Corrupt or StorageBehaviour.Substitute => served is not null && BlobId.Of(served) != asked,
        StorageBehaviour.Withhold => isHidden,
        _ => false,
    };

    private static string NameOf(StorageBehaviour behaviour) => behaviour switch
    {
        StorageBehaviour.Lose => "lose",
        StorageBehaviour.Corrupt => "corrupt",
        StorageBehaviour.Withhold => "withhold",
        StorageBehaviour.Substitute => "substitute",
        _ => throw Invariant.Unreachable(behaviour),
    };

    // The lower bits of a draw decide a chance, so the place comes from the upper ones.
    private static byte[]? Corrupted(byte[]? found, Draw luck)
    {
        if (found is null)
        {
            return null;
        }

        byte[] spoiled = [.. found];
        ulong bit = luck.High % ((ulong)spoiled.Length * 8);
        spoiled[bit / 8] ^= (byte)(1 << (int)(bit % 8));
        return spoiled;
    }

    // A node that loses a blob has said before that it holds it.
    private bool Keep(BlobId id, byte[] body, SimTime until, IActorContext context)
    {
        context.Observe(new BlobStored(id, body.Length, context.Name));
        bool isLost = settings.Behaviour == StorageBehaviour.Lose
            && context.Random.Draw(Draws.LostBlob, id.Content.Prefix64).Chance(settings.Misbehaves);
        return isLost || shelf.Keep(id, body, until, context.Now);
    }

    private bool IsReplicaOf(BlobId id, ActorRef self) =>
        settings.Placement.ReplicasOf(id).Any(replica => replica.Actor == self);

    // A publisher has checked the number already, unless it is a stranger.
    private SimTime EndOf(int epochs, SimTime now) => now + (settings.Epoch * Math.Clamp(epochs, 1, MostEpochs));

    private void Reply(ActorRef client, Message reply, IActorContext context) =>
        context.Tell(client, reply, settings.Service);
}
