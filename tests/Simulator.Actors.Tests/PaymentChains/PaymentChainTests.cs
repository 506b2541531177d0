using Simulator.Actors.Rpc;
using Simulator.Actors.Tests.Stages;
using Simulator.Chain.Blocks;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.X402;
using Simulator.Records;

namespace Simulator.Actors.Tests.PaymentChains;

/// <summary>The chain's node: a block at every interval, each transaction once, and money only where a signature allows it.</summary>
public sealed class PaymentChainTests
{
    private static readonly SimDuration Interval = SimDuration.FromSeconds(2);
    private static readonly OpgAmount Due = new(7);

    [Fact]
    public void There_is_a_genesis_block_and_then_one_at_every_interval_until_the_end()
    {
        Stage stage = Cast.PaymentChain().Stage;

        stage.Wait(SimDuration.FromMinutes(5));

        BlockProduced[] blocks = [.. stage.AllSaid<BlockProduced>()];
        Assert.Equal(Enumerable.Range(0, 11), blocks.Select(block => (int)(block.Height - blocks[0].Height)));
        Assert.Equal(
            Enumerable.Range(0, 11).Select(block => Papers.Clock.StartUnixSeconds + (2 * block)),
            blocks.Select(block => block.UnixTime));
        Assert.All(blocks, block => Assert.Equal(OpgAmount.FromWholeOpg(5), block.TotalSupply));
    }

    [Fact]
    public void A_settlement_moves_what_is_due_and_is_said_aloud_in_every_book()
    {
        (Stage stage, PaymentChain chain) = Cast.PaymentChain();
        stage.Forget();

        Hash32 transaction = Send(stage, Settlement(0));
        stage.Wait(Interval);

        Assert.Equal(Due, chain.Token.BalanceOf(Papers.PayTo));
        Assert.Equal(OpgAmount.FromWholeOpg(5) - Due, chain.Token.BalanceOf(Papers.User));
        AuthorisationUsed used = stage.Said<AuthorisationUsed>();
        Assert.Equal((transaction, Papers.User, Papers.PayTo, Due), (used.Transaction, used.Payer, used.Recipient, used.Amount));
        LedgerPosted posted = stage.Said<LedgerPosted>();
        Assert.Equal(("traders/1", "honest/1", Due), (posted.Debit, posted.Credit, posted.Amount));
        Assert.Equal(Due, stage.Said<TokenTransferred>().Amount);
        Assert.Null(stage.Said<TransactionExecuted>().Revert);
    }

    [Fact]
    public void A_payer_can_read_what_its_authorisation_was_settled_for()
    {
        Stage stage = Cast.PaymentChain().Stage;
        UInt256 nonce = ((Permit2Payload)Papers.Pay(Papers.Challenge()).Payload).Authorization.Nonce;
        stage.Deliver(new GetSettledAmount(Papers.User, nonce), Cast.Client);
        Send(stage, Settlement(0));
        stage.Wait(Interval);

        stage.Deliver(new GetSettledAmount(Papers.User, nonce), Cast.Client);
        stage.Deliver(new GetSettledAmount(Papers.PayTo, nonce), Cast.Client);

        Assert.Equal(
            [OpgAmount.Zero, Due, OpgAmount.Zero],
            stage.AllSent<GetSettledAmountReply>().Select(reply => reply.Amount));
    }

    [Fact]
    public void A_receipt_is_there_once_the_block_is()
    {
        Stage stage = Cast.PaymentChain().Stage;
        Hash32 transaction = Send(stage, Settlement(0));

        GetReceiptReply before = Receipt(stage, transaction);
        stage.Wait(Interval);
        GetReceiptReply after = Receipt(stage, transaction);

        Assert.False(before.Mined);
        Assert.True(after.Mined);
        Assert.Null(after.Revert);
        Assert.Equal(stage.AllSaid<BlockProduced>()[^1].Height, after.Height);
    }

    [Fact]
    public void A_transaction_that_is_known_is_refused_waiting_or_mined()
    {
        Stage stage = Cast.PaymentChain().Stage;
        byte[] raw = Settlement(0);
        Send(stage, raw);

        string? waiting = Refusal(stage, raw);
        stage.Wait(Interval);
        string? mined = Refusal(stage, raw);

        Assert.Equal(("already known", "already known"), (waiting, mined));
        Assert.Single(stage.AllSaid<TransactionExecuted>());
    }

    [Fact]
    public void Bytes_that_are_no_transaction_of_this_chain_are_refused()
    {
        Stage stage = Cast.PaymentChain().Stage;

        Assert.Equal("rlp: transaction cannot be decoded", Refusal(stage, [2, 0xC0]));
        Assert.Equal("rlp: transaction cannot be decoded", Refusal(stage, []));
        Assert.Equal("invalid chain id for signer", Refusal(stage, Settlement(0, chainId: 1)));
    }

    [Fact]
    public void An_authorisation_that_was_used_reverts_and_moves_nothing()
    {
        (Stage stage, PaymentChain chain) = Cast.PaymentChain();
        Send(stage, Settlement(0));
        stage.Wait(Interval);
        stage.Forget();

        Hash32 replay = Send(stage, Settlement(1));
        stage.Wait(Interval);

        Assert.Equal("InvalidNonce", Receipt(stage, replay).Revert);
        Assert.Equal(Due, chain.Token.BalanceOf(Papers.PayTo));
        Assert.Empty(stage.AllSaid<AuthorisationUsed>());
        Assert.Empty(stage.AllSaid<TokenTransferred>());
    }

    [Fact]
    public void A_simulation_tells_the_revert_and_leaves_no_trace()
    {
        (Stage stage, PaymentChain chain) = Cast.PaymentChain();
        UptoSettleCall call = Call(Due);

        stage.Deliver(new EthCall(1, Papers.Facilitator, call.Target, call.Encode()), Cast.FirstFacilitator);
        stage.Deliver(new EthCall(2, Papers.User, call.Target, call.Encode()), Cast.FirstFacilitator);

        Assert.Null(stage.AllSent<EthCallReply>()[0].Revert);
        Assert.Contains("UnauthorizedFacilitator", stage.AllSent<EthCallReply>()[1].Revert, StringComparison.Ordinal);
        Assert.Equal(OpgAmount.Zero, chain.Token.BalanceOf(Papers.PayTo));
    }

    [Fact]
    public void A_payers_balance_and_allowance_are_read_with_the_proxys_presence()
    {
        Stage stage = Cast.PaymentChain().Stage;

        stage.Deliver(new ReadPayer(1, Papers.User, Deployments.UptoProxy), Cast.FirstFacilitator);
        stage.Deliver(new ReadPayer(2, Papers.PayTo, Deployments.LegacyProxy), Cast.FirstFacilitator);

        Assert.Equal(
            [
                new ReadPayerReply(1, OpgAmount.FromWholeOpg(5).BaseUnits, UInt256.MaxValue, true),
                new ReadPayerReply(2, UInt256.Zero, UInt256.Zero, false),
            ],
            stage.AllSent<ReadPayerReply>());
    }

    [Fact]
    public void A_restarted_node_goes_on_producing_blocks_with_what_waited()
    {
        Stage stage = Cast.PaymentChain().Stage;
        Hash32 transaction = Send(stage, Settlement(0));

        stage.Restart();
        stage.Wait(Interval);

        Assert.True(Receipt(stage, transaction).Mined);
    }

    private static UptoSettleCall Call(OpgAmount amount)
    {
        Permit2Payload payload = (Permit2Payload)Papers.Pay(Papers.Challenge()).Payload;
        return new UptoSettleCall(
            Deployments.UptoProxy, payload.Authorization, amount.BaseUnits, PayerSignature.Bytes(payload.Signature));
    }

    private static byte[] Settlement(ulong nonce, ulong chainId = Deployments.BaseChainId)
    {
        UptoSettleCall call = Call(Due);
        return new Eip1559Transaction(
            chainId, nonce, 20_000_000UL, 100_000_000UL, 5_000_000, call.Target, UInt256.Zero, call.Encode(), [])
            .Sign(Papers.FacilitatorKey)
            .Encode();
    }

    private static string? Refusal(Stage stage, byte[] raw)
    {
        stage.Deliver(new SendRawTransaction(5, raw), Cast.FirstFacilitator);
        return stage.AllSent<SendRawTransactionReply>()[^1].Refusal;
    }

    private static Hash32 Send(Stage stage, byte[] raw)
    {
        Assert.Null(Refusal(stage, raw));
        return Keccak256.Hash(raw);
    }

    private static GetReceiptReply Receipt(Stage stage, Hash32 transaction)
    {
        stage.Deliver(new GetReceipt(6, transaction), Cast.FirstFacilitator);
        return stage.AllSent<GetReceiptReply>()[^1];
    }
}
