using Simulator.Actors.Enclaves;
using Simulator.Actors.Tests.Stages;
using Simulator.Actors.Users;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.Tests.Enclaves;

/// <summary>When the queue is full, the policy says whom it costs.</summary>
public sealed class EnclaveQueueTests
{
    private static readonly DrawPurpose Purpose = new("question of a test");

    [Theory]
    [InlineData(QueuePolicy.Refuse, 4, "queue_full")]
    [InlineData(QueuePolicy.DropOldest, 2, "queue_dropped")]
    [InlineData(QueuePolicy.DropLowestPrice, 4, "queue_full")]
    public void Among_equal_requests_the_policy_turns_one_away(QueuePolicy policy, ulong unlucky, string name)
    {
        Stage stage = Full(policy);

        stage.Deliver(new ComputeInference(4, Question()), Cast.FirstGateway);

        Assert.Equal(new InferenceRefused(unlucky, 503, name), stage.Sent<InferenceRefused>());
        Assert.Equal(name, stage.Said<WorkTurnedAway>().Name);
    }

    [Fact]
    public void A_request_from_the_chain_makes_room_for_one_that_pays()
    {
        Stage stage = Full(QueuePolicy.DropLowestPrice, fromChain: true);

        stage.Deliver(new ComputeInference(4, Question()), Cast.FirstGateway);

        PreExecutionComputed dropped = stage.Sent<PreExecutionComputed>();
        Assert.Equal((3UL, "queue_dropped"), (dropped.Ticket, dropped.Refusal));
        Assert.Empty(stage.AllSent<InferenceRefused>());
    }

    [Fact]
    public void What_was_not_turned_away_is_computed_in_the_order_it_came()
    {
        Stage stage = Full(QueuePolicy.DropOldest);
        stage.Deliver(new ComputeInference(4, Question()), Cast.FirstGateway);

        while (stage.JobsUnderWay > 0)
        {
            stage.FinishJob();
        }

        Assert.Equal([1UL, 3, 4], stage.AllSent<InferenceComputed>().Select(answer => answer.Ticket));
    }

    [Fact]
    public void The_length_of_the_queue_is_said_whenever_it_changes()
    {
        Stage stage = Full(QueuePolicy.Refuse);
        stage.FinishJob();
        stage.Restart();

        Assert.Equal([1, 2, 1, 0], stage.AllSaid<QueueChanged>().Select(said => said.Waiting));
    }

    [Fact]
    public void A_node_with_a_list_of_models_says_which()
    {
        EnclaveSettings settings = Cast.EnclaveSettings() with { DeclaredModels = ["volatility@1.2"] };
        Stage stage = new("honest/1/enclave", _ => new Enclave(settings, Cast.FirstGateway, "honest/1"));

        Assert.Equal(["volatility@1.2"], stage.Said<ModelsDeclared>().Models);
        Assert.Empty(Cast.Enclave().AllSaid<ModelsDeclared>());
    }

    // One is computed, two wait; the last of them came from the chain if wanted.
    private static Stage Full(QueuePolicy policy, bool fromChain = false)
    {
        EnclaveSettings settings = Cast.EnclaveSettings(slots: 1, queue: 2) with { WhenFull = policy, Price = Papers.Price };
        Stage stage = new("honest/1/enclave", _ => new Enclave(settings, Cast.FirstGateway, "honest/1")) { HoldsJobs = true };
        stage.Deliver(new ComputeInference(1, Question()), Cast.FirstGateway);
        stage.Deliver(new ComputeInference(2, Question()), Cast.FirstGateway);
        stage.Deliver(
            fromChain ? new ComputePreExecution(3, Hash32.Zero, []) : new ComputeInference(3, Question()), Cast.FirstGateway);
        return stage;
    }

    private static byte[] Question() =>
        new VolatilityTrader("volatility@1.2").Compose(new KeyedRandom(7, 0, "traders/1"), Purpose, 1);
}
