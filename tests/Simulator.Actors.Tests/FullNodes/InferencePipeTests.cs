using Simulator.Actors.FullNodes;
using Simulator.Actors.Gateways;
using Simulator.Actors.Rpc;
using Simulator.Actors.Tests.Stages;
using Simulator.Chain.Blocks;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;
using Simulator.Records;

namespace Simulator.Actors.Tests.FullNodes;

/// <summary>On-chain requests are computed before the block, and never delay it.</summary>
public sealed class InferencePipeTests
{
    private static readonly PrivateKey Other = PrivateKey.FromSeed("somebody else");
    private static readonly SimDuration Block = SimDuration.FromSeconds(1);

    private readonly Stage stage;
    private readonly InferenceChain chain;

    public InferencePipeTests()
    {
        (stage, chain) = ChainCast.FullNode();
        ChainCast.Register(stage);
        Assert.Equal(2, chain.Registry.EnabledTees.Count);
        stage.Forget();
    }

    [Fact]
    public void A_request_goes_to_an_active_node_at_once_and_its_result_into_the_next_block()
    {
        SignedTransaction asked = Broadcast(ChainCast.Ask(Papers.UserKey, 0));

        (ActorRef to, Message message) = Assert.Single(stage.Told, sent => sent.Message is RunInference);
        RunInference run = Assert.IsType<RunInference>(message);
        Assert.Equal(ChainCast.RequestOf(asked), run.Request);
        Assert.Equal(asked.Transaction.Data, run.CallData);
        Assert.Equal(asked.Hash(), stage.Said<InferencePending>().Transaction);
        PreExecution answer = ChainCast.Answer(asked, NodeAt(to), stage.Now);
        Reply(answer);
        stage.Wait(Block);

        Assert.Equal(answer, InferenceAttachment.Read(Receipt(asked).Attachment)!.Result);
        Assert.Null(Receipt(asked).Revert);
        InferenceIncluded included = stage.Said<InferenceIncluded>();
        Assert.Equal((asked.Hash(), answer.TeeId, 1L), (included.Transaction, included.TeeId, included.Height - included.Since));
    }

    [Fact]
    public void A_valid_result_is_passed_on_to_the_other_full_nodes()
    {
        SignedTransaction asked = Broadcast(ChainCast.Ask(Papers.UserKey, 0));
        PreExecution answer = ChainCast.Answer(asked, AskedNode(), stage.Now);

        Reply(answer);

        (ActorRef to, Message message) = Assert.Single(stage.Told, sent => sent.Message is GossipResult);
        Assert.Equal(ChainCast.Peer, to);
        Assert.Equal(answer, PreExecution.Read(Assert.IsType<GossipResult>(message).Result));
    }

    [Fact]
    public void While_an_inference_lasts_blocks_go_on_and_others_go_first()
    {
        SignedTransaction asked = Broadcast(ChainCast.Ask(Papers.UserKey, 0));
        SignedTransaction behind = Broadcast(ChainCast.Send(Papers.UserKey, 1, []));
        SignedTransaction others = Broadcast(ChainCast.Send(Other, 0, []));
        ulong before = chain.Chain.Head.Height;

        stage.Wait(Block * 3);

        Assert.Equal(before + 3, chain.Chain.Head.Height);
        Assert.Equal([others.Hash()], stage.AllSaid<TransactionExecuted>().Select(said => said.Transaction));
        Reply(ChainCast.Answer(asked, AskedNode(), stage.Now));
        stage.Wait(Block);
        Assert.Equal(
            [others.Hash(), asked.Hash(), behind.Hash()],
            stage.AllSaid<TransactionExecuted>().Select(said => said.Transaction));
    }

    [Fact]
    public void An_inference_that_never_ends_is_given_up_at_the_deadline_and_its_sender_hears_of_it()
    {
        SignedTransaction asked = Broadcast(ChainCast.Ask(Papers.UserKey, 0));

        stage.Wait(Block * 9);
        Assert.False(Receipt(asked).Mined);
        stage.Wait(Block);

        GetInferenceResultReply receipt = Receipt(asked);
        Assert.Equal((true, "InferenceTimedOut"), (receipt.Mined, receipt.Revert));
        Assert.Equal(1UL, chain.Chain.Account(Papers.User).Nonce);
        Assert.Empty(stage.AllSaid<InferenceIncluded>());
    }

    [Fact]
    public void A_node_that_says_nothing_gets_company_after_four_blocks()
    {
        Broadcast(ChainCast.Ask(Papers.UserKey, 0));

        stage.Wait(Block * 3);
        Assert.Single(stage.AllSent<RunInference>());
        stage.Wait(Block);
        Assert.Equal(2, stage.Told.Where(sent => sent.Message is RunInference).Select(sent => sent.To).Distinct().Count());
    }

    [Fact]
    public void A_node_whose_queue_is_full_is_replaced_at_once()
    {
        SignedTransaction asked = Broadcast(ChainCast.Ask(Papers.UserKey, 0));
        int first = AskedNode();

        stage.Deliver(new InferenceResultReply(
            ChainCast.RequestOf(asked), ChainCast.KeyOf(first).TeeId, [], "queue_full"));

        Assert.Equal(1 - first, AskedNode());
    }

    [Theory]
    [InlineData("another request's")]
    [InlineData("changed")]
    [InlineData("nonsense")]
    public void A_wrong_result_is_kept_out_and_another_node_is_asked(string what)
    {
        SignedTransaction asked = Broadcast(ChainCast.Ask(Papers.UserKey, 0));
        int first = AskedNode();
        PreExecution answer = ChainCast.Answer(asked, first, stage.Now);
        PreExecution wrong = what switch
        {
            "another request's" =>
                ChainCast.Answer(ChainCast.Ask(Other, 9), first, stage.Now) with { Request = answer.Request },
            "changed" => answer with { Timestamp = answer.Timestamp + 1 },
            _ => answer with { Output = [1, 2, 3] },
        };

        Reply(wrong);
        stage.Wait(Block);

        Assert.False(Receipt(asked).Mined);
        Assert.Equal(1 - first, AskedNode());
        Assert.DoesNotContain(stage.Told, sent => sent.Message is GossipResult);
    }

    [Fact]
    public void A_result_may_be_heard_of_before_its_transaction()
    {
        SignedTransaction asked = ChainCast.Ask(Papers.UserKey, 0);
        stage.Deliver(new GossipResult(ChainCast.Answer(asked, 0, stage.Now).Encode()), ChainCast.Peer);
        stage.Deliver(new GossipTransaction(asked.Encode()), ChainCast.Peer);

        stage.Wait(Block);

        Assert.Null(Receipt(asked).Revert);
        Assert.True(Receipt(asked).Mined);
        Assert.Empty(stage.AllSent<RunInference>());
    }

    [Fact]
    public void No_full_node_accepts_a_block_with_a_result_that_is_not_its_own_or_with_none_too_early()
    {
        InferencePipe pipe = new(SettingsOf(chain));
        SignedTransaction asked = ChainCast.Ask(Papers.UserKey, 0);
        Assert.True(ChainTransaction.TryDecode(asked.Encode(), Papers.User, out ChainTransaction? transaction));
        ulong now = (ulong)Papers.Clock.StartUnixSeconds;
        PreExecution own = ChainCast.Answer(asked, 0, SimTime.Start);
        PreExecution foreign = ChainCast.Answer(ChainCast.Ask(Other, 0), 0, SimTime.Start);

        Assert.True(pipe.MayCarry(With(new InferenceAttachment(0, own)), now));
        Assert.False(pipe.MayCarry(With(new InferenceAttachment(0, foreign)), now));
        Assert.False(pipe.MayCarry(With(new InferenceAttachment(0, foreign with { Request = own.Request })), now));
        Assert.False(pipe.MayCarry(With(null), now));
        Assert.True(pipe.MayCarry(With(new InferenceAttachment(0, null)), now));
        Assert.False(pipe.HadItsTime(With(new InferenceAttachment(chain.Chain.Head.Height, null))));
        Assert.True(pipe.HadItsTime(With(new InferenceAttachment(0, own))));

        ChainTransaction With(InferenceAttachment? attachment) => transaction with { Attachment = attachment };
    }

    private static FullNodeSettings SettingsOf(InferenceChain started)
    {
        FullNodeSettings? settings = null;
        ChainCast.FullNode(made => settings = made);
        return settings! with { Chain = started };
    }

    private SignedTransaction Broadcast(SignedTransaction transaction)
    {
        stage.Deliver(new SendRawTransaction(1, transaction.Encode()), ChainCast.Caller);
        Assert.Null(stage.AllSent<SendRawTransactionReply>()[^1].Refusal);
        return transaction;
    }

    private void Reply(PreExecution result) =>
        stage.Deliver(new InferenceResultReply(result.Request, result.TeeId, result.Encode(), null), Cast.FirstGateway);

    private int AskedNode() => NodeAt(stage.Told.Last(sent => sent.Message is RunInference).To);

    private static int NodeAt(ActorRef gateway) => gateway == Cast.FirstGateway ? 0 : 1;

    private GetInferenceResultReply Receipt(SignedTransaction transaction)
    {
        stage.Deliver(new GetInferenceResult(9, transaction.Hash()), ChainCast.Caller);
        return stage.AllSent<GetInferenceResultReply>()[^1];
    }
}
