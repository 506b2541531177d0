using Simulator.Actors.Storage;
using Simulator.Actors.Storage.Http;
using Simulator.Actors.Tests.Stages;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Blobs;
using Simulator.Records;

namespace Simulator.Actors.Tests.Storage;

/// <summary>A storage node keeps and serves, publishes for others, and a bad one is bad in the one way it is told to be.</summary>
public sealed class StorageNodeTests
{
    private static readonly byte[] Body = "a batch of hashes"u8.ToArray();
    private static readonly string Id = BlobId.Of(Body).ToString();
    private static readonly ActorRef Second = new(22);
    private static readonly ActorRef Third = new(23);

    [Fact]
    public void A_blob_is_stored_once_more_than_half_of_its_replicas_confirm_it()
    {
        Stage stage = Cast.StorageNode();

        stage.Deliver(new PutBlob(7, Body, 10), Cast.Client);

        IReadOnlyList<StoreReplica> copies = stage.AllSent<StoreReplica>();
        Assert.Equal(2, copies.Count);
        Assert.All(copies, copy => Assert.Equal((Body, 10), (copy.Body, copy.Epochs)));
        Assert.Empty(stage.AllSent<PutBlobReply>());
        stage.Deliver(new ReplicaStored(copies[0].Call, true), Second);
        Assert.Equal(new PutBlobReply(7, 200, Id, null), stage.Sent<PutBlobReply>());
        stage.Deliver(new ReplicaStored(copies[0].Call, true), Third);
        Assert.Single(stage.AllSent<PutBlobReply>());
        Assert.Empty(stage.Timers);
    }

    [Fact]
    public void A_blob_that_was_there_is_already_certified()
    {
        Stage stage = Stored();

        stage.Deliver(new PutBlob(8, Body, 1), Cast.Client);
        stage.Deliver(new ReplicaStored(stage.AllSent<StoreReplica>()[0].Call, false), Second);

        Assert.Equal(new PutBlobReply(8, 200, Id, null, true), stage.Sent<PutBlobReply>());
    }

    [Fact]
    public void A_confirmation_that_comes_twice_counts_once()
    {
        Stage stage = Cast.StorageNode(settings => settings with { Placement = FiveNodes });
        stage.Deliver(new PutBlob(7, Body, 1), Cast.Client);
        ulong call = stage.AllSent<StoreReplica>()[0].Call;

        stage.Deliver(new ReplicaStored(call, true), Second);
        stage.Deliver(new ReplicaStored(call, true), Second);

        Assert.Empty(stage.AllSent<PutBlobReply>());
    }

    [Fact]
    public void Too_few_replicas_in_time_are_no_storage()
    {
        Stage stage = Cast.StorageNode();
        stage.Deliver(new PutBlob(7, Body, 1), Cast.Client);

        stage.Wait(SimDuration.FromSeconds(10));

        Assert.Equal(new PutBlobReply(7, 503, null, "too_few_replicas"), stage.Sent<PutBlobReply>());
    }

    [Theory]
    [InlineData(0, 1, 400, "blob_empty")]
    [InlineData(3, 0, 400, "epochs_invalid")]
    [InlineData(3, 54, 400, "epochs_invalid")]
    [InlineData(StorageNode.LargestBlob + 1, 1, 413, "blob_too_large")]
    public void What_cannot_be_stored_is_refused_by_name(int length, int epochs, ushort status, string error)
    {
        Stage stage = Cast.StorageNode();

        stage.Deliver(new PutBlob(7, new byte[length], epochs), Cast.Client);

        Assert.Equal(new PutBlobReply(7, status, null, error), stage.Sent<PutBlobReply>());
        Assert.Empty(stage.AllSent<StoreReplica>());
    }

    [Fact]
    public void A_blob_comes_back_as_it_was_given_until_its_epochs_end()
    {
        Stage stage = Stored();

        stage.Deliver(new GetBlob(1, Id), Cast.Client);
        stage.Wait(SimDuration.FromSeconds(120));
        stage.Deliver(new GetBlob(2, Id), Cast.Client);

        IReadOnlyList<GetBlobReply> replies = stage.AllSent<GetBlobReply>();
        Assert.Equal((200, Body), (replies[0].Status, replies[0].Body));
        Assert.Equal(404, replies[1].Status);
        Assert.Empty(replies[1].Body);
    }

    [Fact]
    public void A_text_that_is_no_id_is_a_bad_request()
    {
        Stage stage = Cast.StorageNode();

        stage.Deliver(new GetBlob(1, Id[..42]), Cast.Client);

        Assert.Equal(400, stage.Sent<GetBlobReply>().Status);
    }

    [Fact]
    public void A_node_that_loses_confirms_and_then_has_nothing()
    {
        Stage stage = Stored(StorageBehaviour.Lose);

        stage.Deliver(new GetBlob(1, Id), Cast.Client);

        Assert.Equal(404, stage.Sent<GetBlobReply>().Status);
    }

    [Fact]
    public void A_node_that_corrupts_turns_one_bit_and_keeps_the_original()
    {
        Stage stage = Stored(StorageBehaviour.Corrupt);

        stage.Deliver(new GetBlob(1, Id), Cast.Client);
        stage.Deliver(new GetBlob(2, Id), Cast.Client);

        Assert.All(stage.AllSent<GetBlobReply>(), reply =>
        {
            int bits = reply.Body.Zip(Body, (left, right) => System.Numerics.BitOperations.PopCount((uint)(left ^ right))).Sum();
            Assert.Equal(1, bits);
        });
    }

    [Fact]
    public void A_node_that_withholds_confirms_and_then_says_nothing()
    {
        Stage stage = Stored(StorageBehaviour.Withhold);

        stage.Deliver(new GetBlob(1, Id), Cast.Client);

        Assert.Empty(stage.AllSent<GetBlobReply>());
    }

    [Fact]
    public void A_node_that_substitutes_serves_another_known_blob()
    {
        Stage stage = Cast.StorageNode(settings => settings with { Behaviour = StorageBehaviour.Substitute });
        string[] ids = [.. Cast.Models.Models.Select(model => model.Blob.BlobId)];

        foreach (string id in ids)
        {
            stage.Deliver(new GetBlob(1, id), Cast.Client);
        }

        string[] served = [.. stage.AllSent<GetBlobReply>().Select(reply => BlobId.Of(reply.Body).ToString())];
        Assert.All(ids.Zip(served), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.Subset(ids.ToHashSet(), served.ToHashSet());
    }

    [Fact]
    public void Half_as_bad_is_bad_half_of_the_time()
    {
        Stage stage = Stored(StorageBehaviour.Withhold, new Ratio(1, 2));

        for (ulong call = 1; call <= 400; call++)
        {
            stage.Deliver(new GetBlob(call, Id), Cast.Client);
        }

        // Four standard deviations of a binomial count with n = 400, p = 1/2: 40.
        Assert.InRange(stage.AllSent<GetBlobReply>().Count, 160, 240);
    }

    [Fact]
    public void Blobs_survive_a_crash_that_keeps_the_disk_and_publications_do_not()
    {
        Stage stage = Stored();
        stage.Deliver(new PutBlob(9, [1], 1), Cast.Client);
        ulong call = stage.AllSent<StoreReplica>()[0].Call;

        stage.Restart();
        stage.Deliver(new ReplicaStored(call, true), Second);
        stage.Deliver(new GetBlob(1, Id), Cast.Client);

        Assert.Empty(stage.AllSent<PutBlobReply>());
        Assert.Equal(200, stage.Sent<GetBlobReply>().Status);
    }

    [Fact]
    public void Models_are_there_from_the_start_and_for_ever()
    {
        Stage stage = Cast.StorageNode();

        Assert.Equal(Cast.Models.Models.Count(), stage.AllSaid<BlobStored>().Count);
        stage.Wait(SimDuration.FromDays(100));
        stage.Deliver(new GetBlob(1, Cast.Models.Models.First().Blob.BlobId), Cast.Client);
        Assert.Equal(200, stage.Sent<GetBlobReply>().Status);
    }

    private static readonly BlobPlacement FiveNodes = new(
        [new StorageShelf([.. Enumerable.Range(1, 5).Select(number => new KnownStorage($"good/{number}", new ActorRef(20 + number)))], 5)]);

    // Two epochs of a minute each.
    private static Stage Stored(StorageBehaviour behaviour = StorageBehaviour.Honest, Ratio? misbehaves = null)
    {
        Stage stage = Cast.StorageNode(settings => settings with
        {
            Behaviour = behaviour,
            Misbehaves = misbehaves ?? Ratio.One,
            Published = [],
        });
        stage.Deliver(new PutBlob(7, Body, 2), Cast.Client);
        stage.Deliver(new ReplicaStored(stage.AllSent<StoreReplica>()[0].Call, true), Second);
        Assert.Equal(200, stage.Sent<PutBlobReply>().Status);
        stage.Forget();
        return stage;
    }
}
