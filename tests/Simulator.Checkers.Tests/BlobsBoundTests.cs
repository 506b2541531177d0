using Simulator.Checkers.Storage;
using Simulator.Primitives;
using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Tests;

public sealed class BlobsBoundTests
{
    private static readonly byte[] Model = "a model"u8.ToArray();
    private static readonly byte[] Other = "another model"u8.ToArray();
    private static readonly BlobId Id = BlobId.Of(Model);
    private static readonly StorageDeclared Storage = new("good/1", "good");

    [Fact]
    public void Results_of_verified_blobs_hold()
    {
        BlobsBound checker = Facts.Judge(new BlobsBound(), Storage, Fetched(Model), Ran(1, Id), Ran(2, Id));

        Assert.Equal(0, checker.ViolationCount);
        Assert.Equal(5, checker.Judged);
    }

    [Fact]
    public void Without_storage_a_version_is_still_one_blob()
    {
        Assert.Equal(0, Facts.Judge(new BlobsBound(), Ran(1, Id), Ran(2, Id)).ViolationCount);
        Assert.Equal(1, Facts.Judge(new BlobsBound(), Ran(1, Id), Ran(2, BlobId.Of(Other))).ViolationCount);
    }

    [Fact]
    public void Content_of_another_id_that_was_accepted_is_seen()
    {
        BlobsBound checker = Facts.Judge(new BlobsBound(), Storage, Fetched(Other));

        Assert.Contains("accepted content with the id", Assert.Single(checker.Violations).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Acceptance_of_nothing_is_seen() =>
        Assert.Equal(1, Facts.Judge(new BlobsBound(), Storage, Fetched(null)).ViolationCount);

    [Fact]
    public void Content_that_was_refused_is_nobodys_fault()
    {
        BlobFetched refused = Fetched(Other) with { Outcome = BlobFetchOutcome.Substituted };

        Assert.Equal(0, Facts.Judge(new BlobsBound(), Storage, refused).Judged);
    }

    [Fact]
    public void A_result_of_a_blob_that_its_node_never_had_is_seen()
    {
        BlobFetched elsewhere = Fetched(Model) with { By = "nodes/2" };

        BlobsBound checker = Facts.Judge(new BlobsBound(), Storage, elsewhere, Ran(1, Id));

        Assert.Contains("never had a verified copy", Assert.Single(checker.Violations).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_before_the_blob_was_there_is_seen() =>
        Assert.Equal(1, Facts.Judge(new BlobsBound(), Storage, Ran(1, Id), Fetched(Model)).ViolationCount);

    private static BlobFetched Fetched(byte[]? body) =>
        new(Id, "good/1", "nodes/1", BlobFetchOutcome.Accepted, body, SimDuration.Zero);

    private static InferenceCompleted Ran(int number, BlobId blob) => new(
        new RequestId("users/1", number),
        "nodes/1",
        "volatility@1.2",
        blob.ToString(),
        Hash32.Zero,
        Hash32.Zero,
        SimDuration.Zero,
        SimDuration.Zero);
}
