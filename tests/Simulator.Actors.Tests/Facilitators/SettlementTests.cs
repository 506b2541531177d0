using System.Text;
using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Rpc;
using Simulator.Actors.Tests.Stages;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Tests.Facilitators;

/// <summary>POST /settle: one job at a time, verified again, brought on chain, and told truthfully.</summary>
public sealed class SettlementTests
{
    [Fact]
    public void A_settlement_is_verified_again_for_the_whole_maximum_signed_broadcast_and_reported()
    {
        Stage stage = Cast.Facilitator();
        string job = Post(stage, "7");
        Simulate(stage, null);
        SendRawTransaction sent = stage.Sent<SendRawTransaction>();
        Assert.Equal("processing", Status(stage, job).Status);

        stage.Deliver(new SendRawTransactionReply(sent.Call, null), Cast.Chain);
        stage.Wait(SimDuration.FromSeconds(1));
        GetReceipt asked = stage.Sent<GetReceipt>();
        stage.Deliver(new GetReceiptReply(asked.Call, true, 3, null), Cast.Chain);

        Assert.Equal(Keccak256.Hash(sent.Raw), asked.Transaction);
        SettleResponse result = Result(stage, job);
        Assert.True(result.Success);
        Assert.Equal(asked.Transaction.ToString(), result.Transaction);
        Assert.Equal("7", result.Amount);
        Assert.Equal(Papers.User.ToString(), result.Payer);
    }

    [Fact]
    public void The_transaction_calls_the_proxy_with_the_amount_that_is_due_and_numbers_count_up()
    {
        Stage stage = Cast.Facilitator();

        Eip1559Transaction first = Settle(stage, "7");
        Eip1559Transaction second = Settle(stage, "8");

        Assert.Equal((0UL, 1UL), (first.Nonce, second.Nonce));
        Assert.Equal(Deployments.UptoProxy, first.To);
        Assert.Equal(Deployments.BaseChainId, first.ChainId);
        Assert.NotEqual(first.Data, second.Data);
    }

    [Fact]
    public void Nothing_is_owed_nothing_is_sent_and_that_is_a_success()
    {
        Stage stage = Cast.Facilitator();
        string job = Post(stage, "0");

        Simulate(stage, null);

        SettleResponse result = Result(stage, job);
        Assert.True(result.Success);
        Assert.Equal("", result.Transaction);
        Assert.Equal("0", result.Amount);
        Assert.Empty(stage.AllSent<SendRawTransaction>());
    }

    [Fact]
    public void More_than_was_signed_is_refused_before_anything_is_sent()
    {
        Stage stage = Cast.Facilitator();
        string job = Post(stage, "100000000000000001");

        Simulate(stage, null);

        AssertFailed(stage, job, "invalid_upto_evm_payload_settlement_exceeds_amount");
        Assert.Empty(stage.AllSent<SendRawTransaction>());
    }

    [Fact]
    public void A_payer_who_has_moved_the_money_meanwhile_fails_the_second_verification()
    {
        Stage stage = Cast.Facilitator();
        string job = Post(stage, "7");

        Simulate(stage, "TRANSFER_FROM_FAILED");
        stage.Deliver(new ReadPayerReply(stage.Sent<ReadPayer>().Call, UInt256.Zero, UInt256.MaxValue, true), Cast.Chain);

        AssertFailed(stage, job, "permit2_insufficient_balance");
    }

    [Fact]
    public void A_transaction_that_reverted_in_its_block_is_an_invalid_state()
    {
        Stage stage = Cast.Facilitator();
        string job = Post(stage, "7");
        Simulate(stage, null);

        stage.Wait(SimDuration.FromSeconds(1));
        stage.Deliver(new GetReceiptReply(stage.Sent<GetReceipt>().Call, true, 3, "InvalidNonce"), Cast.Chain);

        AssertFailed(stage, job, "invalid_transaction_state");
    }

    [Fact]
    public void A_mempool_that_refuses_the_transaction_fails_the_job_with_its_words()
    {
        Stage stage = Cast.Facilitator();
        string job = Post(stage, "7");
        Simulate(stage, null);

        stage.Deliver(new SendRawTransactionReply(stage.Sent<SendRawTransaction>().Call, "nonce too low"), Cast.Chain);

        AssertFailed(stage, job, "invalid_exact_evm_transaction_failed: nonce too low");
    }

    [Fact]
    public void A_receipt_is_waited_for_two_minutes()
    {
        Stage stage = Cast.Facilitator();
        string job = Post(stage, "7");
        Simulate(stage, null);

        stage.Wait(SimDuration.FromSeconds(120));
        int asked = stage.AllSent<GetReceipt>().Count;
        stage.Wait(SimDuration.FromSeconds(1));

        Assert.Equal(120, asked);
        AssertFailed(stage, job, "invalid_exact_evm_transaction_failed: no receipt within 120 s");
        Assert.Empty(stage.Timers);
    }

    [Fact]
    public void A_chain_that_does_not_answer_the_simulation_fails_the_job_and_frees_the_worker()
    {
        Stage stage = Cast.Facilitator();
        string first = Post(stage, "7");
        Post(stage, "8");

        stage.Wait(SimDuration.FromSeconds(10));

        AssertFailed(stage, first, "unexpected_verify_error");
        Assert.Equal(2, stage.AllSent<EthCall>().Count);
    }

    [Fact]
    public void Beyond_one_in_hand_and_a_full_queue_a_settlement_is_turned_away()
    {
        Stage stage = Cast.Facilitator(settings => settings with { QueueCapacity = 2 });
        string[] taken = [Post(stage, "1"), Post(stage, "2"), Post(stage, "3")];
        stage.Forget();

        stage.Deliver(new PostSettle(9, Body("4")), Cast.FirstGateway);

        Assert.Equal(new SettleReply(9, null), stage.Sent<SettleReply>());
        Assert.Equal(["processing", "queued", "queued"], taken.Select(job => Status(stage, job).Status));
    }

    [Fact]
    public void Jobs_are_done_in_the_order_they_came()
    {
        Stage stage = Cast.Facilitator();
        string[] jobs = [Post(stage, "0"), Post(stage, "0")];

        Simulate(stage, null);

        Assert.Equal(["succeeded", "processing"], jobs.Select(job => Status(stage, job).Status));
    }

    [Fact]
    public void A_body_that_is_no_facilitator_request_is_turned_away_and_a_job_nobody_posted_is_unknown()
    {
        Stage stage = Cast.Facilitator();

        stage.Deliver(new PostSettle(1, "nonsense"u8.ToArray()), Cast.FirstGateway);

        Assert.Null(stage.Sent<SettleReply>().Job);
        Assert.Equal("unknown", Status(stage, "payment-0").Status);
    }

    [Fact]
    public void A_result_can_be_asked_for_during_an_hour()
    {
        Stage stage = Cast.Facilitator();
        string old = Post(stage, "0");
        Simulate(stage, null);
        stage.Wait(SimDuration.FromHours(1));
        Assert.Equal("succeeded", Status(stage, old).Status);
        stage.Wait(SimDuration.FromSeconds(1));

        Post(stage, "0");
        Simulate(stage, null);

        Assert.Equal("unknown", Status(stage, old).Status);
    }

    [Fact]
    public void A_restart_fails_the_job_in_hand_and_goes_on_with_the_next()
    {
        Stage stage = Cast.Facilitator();
        string[] jobs = [Post(stage, "7"), Post(stage, "8")];
        stage.Forget();

        stage.Restart();

        AssertFailed(stage, jobs[0], "unexpected_settle_error");
        stage.Sent<EthCall>();
        Assert.Equal("processing", Status(stage, jobs[1]).Status);
    }

    private static byte[] Body(string amount) => Encoding.UTF8.GetBytes(
        new FacilitatorRequest(Papers.Pay(Papers.Challenge()), Papers.Requirements(amount)).ToJson());

    private static string Post(Stage stage, string amount)
    {
        stage.Deliver(new PostSettle(1, Body(amount)), Cast.FirstGateway);
        return stage.AllSent<SettleReply>()[^1].Job!;
    }

    private static void Simulate(Stage stage, string? revert) =>
        stage.Deliver(new EthCallReply(stage.AllSent<EthCall>()[^1].Call, revert, []), Cast.Chain);

    private static Eip1559Transaction Settle(Stage stage, string amount)
    {
        stage.Forget();
        Post(stage, amount);
        Simulate(stage, null);
        SendRawTransaction sent = stage.Sent<SendRawTransaction>();
        stage.Wait(SimDuration.FromSeconds(1));
        stage.Deliver(new GetReceiptReply(stage.Sent<GetReceipt>().Call, true, 1, null), Cast.Chain);
        Assert.True(SignedTransaction.TryDecode(sent.Raw, out SignedTransaction? signed));
        Assert.True(signed.TryRecoverSender(out Address sender));
        Assert.Equal(Papers.Facilitator, sender);
        return signed.Transaction;
    }

    private static SettlementReply Status(Stage stage, string job)
    {
        stage.Deliver(new GetSettlement(77, job), Cast.FirstGateway);
        return stage.AllSent<SettlementReply>()[^1];
    }

    private static SettleResponse Result(Stage stage, string job)
    {
        SettlementReply reply = Status(stage, job);
        Assert.Equal("succeeded", reply.Status);
        Assert.True(SettleResponse.FromJson(reply.Body).TryGet(out SettleResponse? result));
        return result;
    }

    private static void AssertFailed(Stage stage, string job, string reason)
    {
        SettleResponse result = Result(stage, job);
        Assert.False(result.Success);
        Assert.Equal(reason, result.ErrorReason);
    }
}
