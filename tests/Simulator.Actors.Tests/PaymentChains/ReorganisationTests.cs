using Simulator.Actors.PaymentChains;
using Simulator.Actors.Rpc;
using Simulator.Actors.Tests.Stages;
using Simulator.Chain.Blocks;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.X402;
using Simulator.Records;

namespace Simulator.Actors.Tests.PaymentChains;

/// <summary>Blocks that are taken back: other blocks at the same heights and times, and every book exactly as they say.</summary>
public sealed class ReorganisationTests
{
    private static readonly SimDuration Interval = SimDuration.FromSeconds(2);
    private static readonly OpgAmount Due = new(7);
    private static readonly Reorganisations Always = new(Ratio.One, 3);
    private static readonly Reorganisations Often = new(new Ratio(1, 3), 3);

    [Fact]
    public void Without_the_draw_no_block_is_taken_back()
    {
        Stage stage = Cast.PaymentChain(new Reorganisations(Ratio.Zero, 3)).Stage;

        stage.Wait(SimDuration.FromMinutes(1));

        Assert.Empty(stage.AllSaid<BlockReverted>());
    }

    [Fact]
    public void Blocks_are_taken_back_newest_first_and_others_stand_at_their_heights_and_times()
    {
        Stage stage = Cast.PaymentChain(Always).Stage;

        stage.Wait(SimDuration.FromMinutes(1));

        Stack<BlockProduced> standing = new();
        HashSet<Hash32> hashes = [];
        foreach (Observation said in stage.Observed)
        {
            if (said is BlockProduced block)
            {
                Assert.Equal(standing.TryPeek(out BlockProduced? parent) ? parent.Height + 1 : 0, block.Height);
                Assert.Equal(Papers.Clock.StartUnixSeconds + (2 * block.Height), block.UnixTime);
                Assert.True(hashes.Add(block.Hash));
                standing.Push(block);
            }
            else if (said is BlockReverted reverted)
            {
                BlockProduced newest = standing.Pop();
                Assert.Equal((newest.Height, newest.Hash), (reverted.Height, reverted.Hash));
            }
        }

        Assert.Equal(10, standing.Peek().Height);
        Assert.InRange(stage.AllSaid<BlockReverted>().Count, 9, 27);
        Assert.Equal(0, standing.Last().Height);
    }

    [Fact]
    public void A_settlement_moves_money_once_in_what_stands_however_often_it_is_taken_back()
    {
        (Stage stage, PaymentChain chain) = Cast.PaymentChain(Often, seconds: 120);
        Hash32 transaction = Send(stage, Settlement(0));

        stage.Wait(SimDuration.FromMinutes(2));

        AuthorisationUsed used = Assert.Single(Standing<AuthorisationUsed>(stage, said => said.Height));
        TokenTransferred moved = Assert.Single(Standing<TokenTransferred>(stage, said => said.Height), said => !said.From.IsZero);
        LedgerPosted posted = Assert.Single(Standing<LedgerPosted>(stage, said => said.Height), said => said.Debit != "mint");
        Assert.True(stage.AllSaid<AuthorisationUsed>().Count > 1);
        Assert.Equal((transaction, Due), (used.Transaction, used.Amount));
        Assert.Equal((Due, Due), (moved.Amount, posted.Amount));
        Assert.Equal(Due, chain.Token.BalanceOf(Papers.PayTo));
        Assert.All(stage.AllSaid<BlockReverted>(), block => Assert.Equal(OpgAmount.FromWholeOpg(5), block.TotalSupply));
        Assert.Equal(used.Height, Receipt(stage, transaction).Height);
    }

    [Fact]
    public void Postings_that_stand_are_numbered_without_gaps()
    {
        Stage stage = Cast.PaymentChain(Always).Stage;
        Send(stage, Settlement(0));
        stage.Wait(Interval);
        Send(stage, Settlement(1, Papers.Price.BaseUnits));

        stage.Wait(SimDuration.FromMinutes(1));

        LedgerPosted[] standing = [.. Standing<LedgerPosted>(stage, said => said.Height)];
        Assert.Equal(Enumerable.Range(1, standing.Length), standing.Select(posting => (int)posting.Entry));
    }

    [Fact]
    public void A_transaction_whose_block_is_gone_has_no_receipt_but_stays_known()
    {
        byte[] raw = Settlement(0);
        (Stage Stage, long Reverts)? found = null;
        for (int depth = 1; depth <= 8 && found is null; depth++)
        {
            Stage stage = Cast.PaymentChain(new Reorganisations(Ratio.One, depth)).Stage;
            Hash32 transaction = Send(stage, raw);
            for (int block = 0; block < 9; block++)
            {
                stage.Wait(Interval);
                if (stage.AllSaid<BlockReverted>().Count > 0 && !Receipt(stage, transaction).Mined)
                {
                    stage.Deliver(new SendRawTransaction(5, raw), Cast.FirstFacilitator);
                    Assert.Equal("already known", stage.AllSent<SendRawTransactionReply>()[^1].Refusal);
                    found = (stage, stage.AllSaid<BlockReverted>().Count);
                    break;
                }
            }
        }

        Assert.NotNull(found);
    }

    [Fact]
    public void Transactions_of_one_sender_keep_the_order_of_their_nonces()
    {
        Stage stage = Cast.PaymentChain(Often, seconds: 120).Stage;
        Hash32[] sent = [.. Enumerable.Range(0, 6).Select(nonce => Send(stage, Transfer((ulong)nonce)))];

        stage.Wait(SimDuration.FromMinutes(2));

        Assert.True(stage.AllSaid<TransactionExecuted>().Count > sent.Length);
        Assert.Equal(sent, Standing<TransactionExecuted>(stage, said => said.Height).Select(said => said.Transaction));
    }

    [Fact]
    public void A_nonce_that_comes_too_early_waits_for_the_one_before_it()
    {
        Stage stage = Cast.PaymentChain().Stage;
        Hash32 second = Send(stage, Transfer(1));
        stage.Wait(Interval);
        Assert.False(Receipt(stage, second).Mined);

        Send(stage, Transfer(0));
        stage.Wait(Interval);

        Assert.True(Receipt(stage, second).Mined);
    }

    [Fact]
    public void The_height_of_the_newest_block_can_be_asked_for()
    {
        Stage stage = Cast.PaymentChain().Stage;
        stage.Wait(Interval * 3);

        stage.Deliver(new GetBlockNumber(9), Cast.FirstFacilitator);

        Assert.Equal(new GetBlockNumberReply(9, 3), stage.Sent<GetBlockNumberReply>());
    }

    // What a reader is left with who takes every BlockReverted at its word.
    private static List<T> Standing<T>(Stage stage, Func<T, long> heightOf)
        where T : Observation
    {
        List<T> standing = [];
        foreach (Observation said in stage.Observed)
        {
            if (said is T fact)
            {
                standing.Add(fact);
            }
            else if (said is BlockReverted reverted)
            {
                standing.RemoveAll(fact => heightOf(fact) == reverted.Height);
            }
        }

        return standing;
    }

    private static byte[] Settlement(ulong nonce, UInt256? amount = null)
    {
        Permit2Payload payload = (Permit2Payload)Papers.Pay(Papers.Challenge()).Payload;
        UptoSettleCall call = new(
            Deployments.UptoProxy,
            payload.Authorization,
            amount ?? Due.BaseUnits,
            PayerSignature.Bytes(payload.Signature));
        return Sign(nonce, call.Target, call.Encode());
    }

    private static byte[] Transfer(ulong nonce) => Sign(nonce, Papers.PayTo, []);

    private static byte[] Sign(ulong nonce, Address to, byte[] data) => new Eip1559Transaction(
        Deployments.BaseChainId, nonce, 20_000_000UL, 100_000_000UL, 5_000_000, to, UInt256.Zero, data, [])
        .Sign(Papers.FacilitatorKey)
        .Encode();

    private static Hash32 Send(Stage stage, byte[] raw)
    {
        stage.Deliver(new SendRawTransaction(5, raw), Cast.FirstFacilitator);
        Assert.Null(stage.AllSent<SendRawTransactionReply>()[^1].Refusal);
        return Keccak256.Hash(raw);
    }

    private static GetReceiptReply Receipt(Stage stage, Hash32 transaction)
    {
        stage.Deliver(new GetReceipt(6, transaction), Cast.FirstFacilitator);
        return stage.AllSent<GetReceiptReply>()[^1];
    }
}
