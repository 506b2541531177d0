using System.Text;
using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Rpc;
using Simulator.Actors.Tests.Stages;
using Simulator.Primitives;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Tests.Facilitators;

/// <summary>When a facilitator calls a settlement final: at the first receipt, or when its block has enough on top of it.</summary>
public sealed class ConfirmationTests
{
    private static readonly SimDuration Poll = SimDuration.FromSeconds(1);

    [Fact]
    public void With_one_confirmation_the_receipt_is_enough_and_nobody_asks_for_the_height()
    {
        (Stage stage, string job) = Broadcast(1);

        stage.Wait(Poll);
        stage.Deliver(new GetReceiptReply(stage.Sent<GetReceipt>().Call, true, 3, null), Cast.Chain);

        Assert.Equal("succeeded", Status(stage, job));
        Assert.Empty(stage.AllSent<GetBlockNumber>());
    }

    [Theory]
    [InlineData(3, "processing")]
    [InlineData(4, "processing")]
    [InlineData(5, "succeeded")]
    [InlineData(9, "succeeded")]
    public void A_block_counts_itself_among_its_confirmations(long head, string status)
    {
        (Stage stage, string job) = Broadcast(3);

        Answer(stage, head, mined: true, height: 3);

        Assert.Equal(status, Status(stage, job));
    }

    [Fact]
    public void The_height_is_read_before_the_receipt()
    {
        (Stage stage, _) = Broadcast(3);

        stage.Wait(Poll);
        Assert.Empty(stage.AllSent<GetReceipt>());
        stage.Deliver(new GetBlockNumberReply(stage.Sent<GetBlockNumber>().Call, 3), Cast.Chain);

        stage.Sent<GetReceipt>();
    }

    [Fact]
    public void A_receipt_that_is_gone_again_begins_anew_in_the_block_that_comes_to_hold_the_transaction()
    {
        (Stage stage, string job) = Broadcast(3);

        Answer(stage, 4, mined: true, height: 3);
        Answer(stage, 5, mined: false, height: 0);
        Answer(stage, 6, mined: true, height: 5);
        Assert.Equal("processing", Status(stage, job));
        Answer(stage, 7, mined: true, height: 5);

        Assert.Equal("succeeded", Status(stage, job));
    }

    [Fact]
    public void A_failed_transaction_is_final_no_sooner_than_a_good_one()
    {
        (Stage stage, string job) = Broadcast(2);

        Answer(stage, 3, mined: true, height: 3, revert: "InvalidNonce");
        Assert.Equal("processing", Status(stage, job));
        Answer(stage, 4, mined: true, height: 3, revert: "InvalidNonce");

        Assert.Equal("succeeded", Status(stage, job));
    }

    private static (Stage Stage, string Job) Broadcast(int confirmations)
    {
        Stage stage = Cast.Facilitator(settings => settings with { Confirmations = confirmations });
        byte[] body = Encoding.UTF8.GetBytes(
            new FacilitatorRequest(Papers.Pay(Papers.Challenge()), Papers.Requirements("7")).ToJson());
        stage.Deliver(new PostSettle(1, body), Cast.FirstGateway);
        string job = stage.Sent<SettleReply>().Job!;
        stage.Deliver(new EthCallReply(stage.Sent<EthCall>().Call, null, []), Cast.Chain);
        stage.Deliver(new SendRawTransactionReply(stage.Sent<SendRawTransaction>().Call, null), Cast.Chain);
        return (stage, job);
    }

    private static void Answer(Stage stage, long head, bool mined, long height, string? revert = null)
    {
        stage.Wait(Poll);
        stage.Deliver(new GetBlockNumberReply(stage.AllSent<GetBlockNumber>()[^1].Call, head), Cast.Chain);
        stage.Deliver(new GetReceiptReply(stage.AllSent<GetReceipt>()[^1].Call, mined, height, revert), Cast.Chain);
    }

    private static string Status(Stage stage, string job)
    {
        stage.Deliver(new GetSettlement(77, job), Cast.FirstGateway);
        return stage.AllSent<SettlementReply>()[^1].Status;
    }
}
