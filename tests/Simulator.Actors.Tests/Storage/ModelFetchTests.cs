using Simulator.Actors.Enclaves;
using Simulator.Actors.Storage;
using Simulator.Actors.Storage.Http;
using Simulator.Actors.Tests.Stages;
using Simulator.Actors.Users;
using Simulator.Inference.Catalogue;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Blobs;
using Simulator.Records;

namespace Simulator.Actors.Tests.Storage;

/// <summary>An enclave runs the blob it asked for or none: each bad answer is named, and the next replica is asked.</summary>
public sealed class ModelFetchTests
{
    private static readonly ModelLookup.Found Wanted = (ModelLookup.Found)Cast.Models.Find("volatility@1.2");
    private static readonly ModelLookup.Found Other = (ModelLookup.Found)Cast.Models.Find("volatility-int8@1.2");
    private static readonly BlobId Id = new(Wanted.Blob.Sha256);

    public static TheoryData<string, BlobFetchOutcome> BadAnswers() => new()
    {
        { "lost", BlobFetchOutcome.NotFound },
        { "corrupted", BlobFetchOutcome.Corrupted },
        { "substituted", BlobFetchOutcome.Substituted },
        { "empty", BlobFetchOutcome.Corrupted },
        { "withheld", BlobFetchOutcome.Withheld },
    };

    [Fact]
    public void A_node_fetches_its_model_and_answers_with_that_blob()
    {
        Stage stage = Enclave();

        Answer(stage, 200, Wanted.Blob.Content);
        stage.Deliver(new ComputeInference(1, Question("volatility@1.2")), Cast.FirstGateway);

        BlobFetched fetched = stage.Said<BlobFetched>();
        Assert.Equal((Id, "honest/1", BlobFetchOutcome.Accepted), (fetched.Blob, fetched.By, fetched.Outcome));
        Assert.Equal(Id.ToString(), stage.Sent<InferenceComputed>().ModelBlob);
        Assert.Empty(stage.Timers);
    }

    [Fact]
    public void Until_then_it_says_that_it_has_no_model()
    {
        Stage stage = Enclave();

        stage.Deliver(new ComputeInference(1, Question("volatility@1.2")), Cast.FirstGateway);

        Assert.Equal(new InferenceRefused(1, 503, "model_unavailable"), stage.Sent<InferenceRefused>());
    }

    [Theory]
    [InlineData("volatility-int8@1.2", 503, "model_unavailable")]
    [InlineData("nothing@1.0", 400, "Model 'nothing@1.0' is not supported")]
    public void A_model_it_does_not_have_is_not_one_that_does_not_exist(string model, ushort status, string error)
    {
        Stage stage = Enclave();
        Answer(stage, 200, Wanted.Blob.Content);

        stage.Deliver(new ComputeInference(1, Question(model)), Cast.FirstGateway);

        Assert.Equal(new InferenceRefused(1, status, error), stage.Sent<InferenceRefused>());
    }

    [Theory]
    [MemberData(nameof(BadAnswers))]
    public void A_bad_answer_is_named_and_the_next_replica_is_asked(string answer, BlobFetchOutcome outcome)
    {
        Stage stage = Enclave();
        ActorRef first = LastAsked(stage);

        Spoil(stage, answer);

        Assert.Equal(outcome, stage.Said<BlobFetched>().Outcome);
        Assert.NotEqual(first, LastAsked(stage));
        Answer(stage, 200, Wanted.Blob.Content);
        stage.Deliver(new ComputeInference(1, Question("volatility@1.2")), Cast.FirstGateway);
        Assert.Equal(Id.ToString(), stage.Sent<InferenceComputed>().ModelBlob);
    }

    [Fact]
    public void When_no_replica_is_left_it_says_so_and_tries_again_a_minute_later()
    {
        Stage stage = Enclave();
        Spoil(stage, "lost");
        Spoil(stage, "corrupted");
        Spoil(stage, "substituted");

        BlobMissed missed = stage.Said<BlobMissed>();
        Assert.Equal((Id, "honest/1", 3), (missed.Blob, missed.By, missed.Replicas));
        stage.Forget();
        stage.Wait(SimDuration.FromSeconds(60));
        Answer(stage, 200, Wanted.Blob.Content);
        Assert.Equal(BlobFetchOutcome.Accepted, stage.Said<BlobFetched>().Outcome);
    }

    [Fact]
    public void An_answer_that_comes_after_its_time_or_twice_changes_nothing()
    {
        Stage stage = Enclave();
        ulong late = stage.AllSent<GetBlob>()[^1].Call;
        stage.Wait(SimDuration.FromSeconds(30));

        stage.Deliver(new GetBlobReply(late, 200, Wanted.Blob.Content), Cast.Client);
        Assert.Equal(BlobFetchOutcome.Withheld, stage.Said<BlobFetched>().Outcome);
        Answer(stage, 200, Wanted.Blob.Content);
        Answer(stage, 200, Other.Blob.Content);

        Assert.Equal(2, stage.AllSaid<BlobFetched>().Count);
    }

    [Fact]
    public void A_crash_while_it_fetches_starts_the_search_again_and_one_afterwards_does_not()
    {
        Stage stage = Enclave();

        stage.Restart();
        Assert.Equal(2, stage.AllSent<GetBlob>().Count);
        Answer(stage, 200, Wanted.Blob.Content);
        stage.Restart();

        Assert.Equal(2, stage.AllSent<GetBlob>().Count);
    }

    [Fact]
    public void With_the_planted_bug_it_runs_whatever_arrives()
    {
        Stage stage = Enclave(checksIds: false);

        Answer(stage, 200, Other.Blob.Content);
        stage.Deliver(new ComputeInference(1, Question("volatility@1.2")), Cast.FirstGateway);

        Assert.Equal(BlobFetchOutcome.Accepted, stage.Said<BlobFetched>().Outcome);
        Assert.Equal(Other.Blob.BlobId, stage.Sent<InferenceComputed>().ModelBlob);
    }

    private static Stage Enclave(bool checksIds = true) => Cast.Enclave(supply: new ModelSupply
    {
        Placement = Cast.Placement,
        Wanted = [Wanted],
        Published = new SortedSet<BlobId>(Cast.Models.Models.Select(model => new BlobId(model.Blob.Sha256))),
        ChecksIds = checksIds,
    });

    private static ActorRef LastAsked(Stage stage) => stage.Told.Last(sent => sent.Message is GetBlob).To;

    private static void Answer(Stage stage, ushort status, byte[] body) =>
        stage.Deliver(new GetBlobReply(stage.AllSent<GetBlob>()[^1].Call, status, body), LastAsked(stage));

    private static void Spoil(Stage stage, string answer)
    {
        byte[] spoiled = [.. Wanted.Blob.Content];
        spoiled[^1] ^= 1;
        switch (answer)
        {
            case "lost": Answer(stage, 404, []); break;
            case "corrupted": Answer(stage, 200, spoiled); break;
            case "substituted": Answer(stage, 200, Other.Blob.Content); break;
            case "empty": Answer(stage, 200, []); break;
            default: stage.Wait(BlobFetcher.ReplicaTimeout); break;
        }
    }

    private static byte[] Question(string model) =>
        new VolatilityTrader(model).Compose(new KeyedRandom(7, 0, "traders/1"), new DrawPurpose("question of a fetch"), 1);
}
