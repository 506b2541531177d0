using Simulator.Chain.Blocks;
using Simulator.Chain.Pipe;
using Simulator.Chain.Tests.Fixtures;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;

namespace Simulator.Chain.Tests.Pipe;

public sealed class InferenceMempoolTests
{
    private static readonly Hash32[] Nodes = [.. Enumerable.Range(1, 5).Select(n => Keccak256.Hash([(byte)n]))];

    private static readonly Address Other = Enclaves.Operator;

    private readonly InferenceMempool mempool = new(new PipeSettings { Deadline = 10, Retry = 4 });

    [Fact]
    public void Only_requests_that_a_model_can_answer_are_taken_and_only_once()
    {
        ChainTransaction asked = Inferences.Transaction(Enclaves.Stranger, 0);

        Assert.Null(mempool.Add(Plain(0), 0, true));
        Assert.Null(mempool.Add(Inferences.Transaction(Enclaves.Stranger, 0, InferenceMode.Zkml), 0, true));
        Assert.Null(mempool.Add(asked with { Data = [1, 2, 3, 4] }, 0, true));
        PendingInference? taken = mempool.Add(asked, 3, true);
        Assert.Null(mempool.Add(asked, 4, true));

        Assert.Equal((3UL, Keccak256.Hash(asked.Hash.ToArray())), (taken!.Since, taken.Request));
        Assert.Equal(1, mempool.Count);
    }

    [Fact]
    public void A_request_goes_to_the_node_that_ranks_highest_for_it_and_to_no_second_one()
    {
        PendingInference pending = Add(0);

        Dispatch dispatch = Assert.Single(mempool.Assign(0, Nodes));

        Assert.Equal(Nodes.MaxBy(id => PendingInference.RankOf(pending.Request, id)), dispatch.TeeId);
        Assert.Empty(mempool.Assign(1, Nodes));
    }

    [Fact]
    public void Taking_a_node_away_moves_only_its_own_requests()
    {
        SortedDictionary<Hash32, Hash32> before = Rank(Nodes);
        SortedDictionary<Hash32, Hash32> after = Rank(Nodes[1..]);

        Assert.All(before, entry => Assert.True(entry.Value == Nodes[0] || after[entry.Key] == entry.Value));
        Assert.Contains(before, entry => entry.Value == Nodes[0]);
    }

    [Fact]
    public void Several_executions_go_to_several_nodes()
    {
        InferenceMempool twice = new(new PipeSettings { Executions = 2 });
        twice.Add(Inferences.Transaction(Enclaves.Stranger, 0), 0, true);

        Assert.Equal(2, twice.Assign(0, Nodes).Select(dispatch => dispatch.TeeId).Distinct().Count());
        Assert.Empty(twice.Assign(1, Nodes));
    }

    [Fact]
    public void A_node_that_leaves_the_registry_or_declines_is_replaced()
    {
        PendingInference pending = Add(0);
        Hash32 first = mempool.Assign(0, Nodes)[0].TeeId;

        Hash32 second = Assert.Single(mempool.Assign(1, [.. Nodes.Where(id => id != first)])).TeeId;
        mempool.Decline(pending.Request, second, 1);
        Hash32 third = Assert.Single(mempool.Assign(1, Nodes)).TeeId;

        Assert.Equal(first, third);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void A_node_that_declined_is_asked_again_at_a_later_height_when_nobody_else_is_left()
    {
        PendingInference pending = Add(0);
        mempool.Assign(0, Nodes[..1]);
        mempool.Decline(pending.Request, Nodes[0], 0);

        Assert.Empty(mempool.Assign(0, Nodes[..1]));
        Assert.Equal(Nodes[0], Assert.Single(mempool.Assign(1, Nodes[..1])).TeeId);
    }

    [Fact]
    public void A_node_that_says_nothing_gets_company()
    {
        Add(0);
        mempool.Assign(0, Nodes);

        Assert.Empty(mempool.Assign(3, Nodes));
        Assert.Single(mempool.Assign(4, Nodes));
        Assert.Empty(mempool.Assign(7, Nodes));
        Assert.Single(mempool.Assign(8, Nodes));
    }

    [Fact]
    public void Only_the_full_node_that_took_the_transaction_has_it_computed()
    {
        mempool.Add(Inferences.Transaction(Enclaves.Stranger, 0), 0, isOwn: false);

        Assert.Empty(mempool.Assign(0, Nodes));
    }

    [Fact]
    public void The_first_result_counts()
    {
        PendingInference pending = Add(0);
        PreExecution answer = Inferences.Answer(pending.Transaction, 0, 1);

        Assert.True(mempool.Offer(answer));
        Assert.False(mempool.Offer(answer with { Timestamp = 2 }));
        Assert.False(mempool.Offer(answer with { Request = Nodes[0] }));
        Assert.Same(answer, pending.Result);
        Assert.Empty(mempool.Assign(9, Nodes));
    }

    [Fact]
    public void A_fast_inference_is_in_the_same_block_as_a_plain_transaction()
    {
        PendingInference pending = Add(0);
        PreExecution answer = Inferences.Answer(pending.Transaction, 0, 1);
        mempool.Offer(answer);

        BlockSelection selection = Select(1, pending.Transaction, Plain(0, Other));

        Assert.Empty(selection.Held);
        Assert.Equal(new InferenceAttachment(0, answer), selection.Ready[0].Attachment);
        Assert.Null(selection.Ready[1].Attachment);
    }

    [Fact]
    public void A_slow_inference_holds_back_its_senders_later_nonces_and_nobody_else()
    {
        PendingInference pending = Add(1);
        ChainTransaction earlier = Plain(0);
        ChainTransaction later = Plain(2);
        ChainTransaction others = Plain(0, Other);

        BlockSelection selection = Select(9, earlier, pending.Transaction, later, others);

        Assert.Equal([earlier, others], selection.Ready);
        Assert.Equal([pending.Transaction, later], selection.Held);
    }

    [Fact]
    public void After_the_deadline_it_goes_without_a_result()
    {
        PendingInference pending = Add(0);

        Assert.Empty(Select(9, pending.Transaction).Ready);
        ChainTransaction given = Assert.Single(Select(10, pending.Transaction, Plain(1)).Ready.Take(1));
        Assert.Equal(new InferenceAttachment(0, null), given.Attachment);
    }

    [Fact]
    public void Transactions_that_overtook_each_other_are_put_in_order_and_a_gap_waits()
    {
        ChainTransaction[] sent = [Plain(1), Plain(0), Plain(3)];

        BlockSelection selection = Select(1, sent);

        Assert.Equal([sent[1], sent[0]], selection.Ready);
        Assert.Equal([sent[2]], selection.Held);
    }

    [Fact]
    public void A_used_nonce_goes_along_to_be_refused()
    {
        ChainTransaction used = Plain(0);

        BlockSelection selection = mempool.Select([used, Plain(1)], _ => 1, 1);

        Assert.Equal(2, selection.Ready.Count);
    }

    [Fact]
    public void What_is_in_a_block_is_forgotten()
    {
        PendingInference pending = Add(0);
        mempool.Remove(pending.Transaction.Hash);

        Assert.Equal(0, mempool.Count);
        Assert.Null(mempool.Find(pending.Request));
        Assert.False(mempool.Offer(Inferences.Answer(pending.Transaction, 0, 1)));
    }

    private static SortedDictionary<Hash32, Hash32> Rank(Hash32[] nodes)
    {
        InferenceMempool pool = new(new PipeSettings());
        for (ulong nonce = 0; nonce < 40; nonce++)
        {
            pool.Add(Inferences.Transaction(Enclaves.Stranger, nonce), 0, true);
        }

        return new(pool.Assign(0, nodes).ToDictionary(entry => entry.Pending.Request, entry => entry.TeeId));
    }

    private static ChainTransaction Plain(ulong nonce, Address? sender = null) =>
        Inferences.Carrying(sender ?? Enclaves.Stranger, nonce, null);

    private PendingInference Add(ulong nonce) => mempool.Add(Inferences.Transaction(Enclaves.Stranger, nonce), 0, true)!;

    private BlockSelection Select(ulong height, params ChainTransaction[] waiting) => mempool.Select(waiting, _ => 0, height);
}
