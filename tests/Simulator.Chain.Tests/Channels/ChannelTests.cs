using Simulator.Chain.Blocks;
using Simulator.Chain.Channels;
using Simulator.Chain.Execution;
using Simulator.Chain.Tests.Fixtures;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Chain.Tests.Channels;

/// <summary>Protocol facts §3.2: every rule of the channel contract, in its order.</summary>
public sealed class ChannelTests
{
    private static readonly PrivateKey AuthorizerKey = PrivateKey.FromSeed("facilitator");
    private static readonly Address Contract = Deployments.BatchSettlement;

    private static readonly ChannelConfig Terms = new(
        Payments.Payer, Payments.Payer, Payments.Gateway, Payments.Facilitator, Deployments.OpgToken, 900, Hash32.Zero);

    private readonly Payments payments = new();
    private ulong nonce;

    private ChannelContract Channels => payments.World.Channels;

    private Hash32 Id => Channels.TypedData.ChannelId(Terms);

    [Fact]
    public void A_deposit_opens_the_channel_and_moves_exactly_its_amount()
    {
        TransactionReceipt receipt = payments.Run(Payments.Other, Deposit(1000));

        Assert.Null(receipt.Revert);
        Assert.Equal(
            [new ChannelCreated(Id, Terms), new Deposited(Id, Payments.Other, 1000, 1000)],
            receipt.Logs.TakeLast(2).Select(log => log.Event));
        Assert.All(receipt.Transfers, transfer => Assert.Equal(TransferCause.ChannelDeposit, transfer.Cause));
        Assert.Equal(new OpgAmount(1000), payments.Token.BalanceOf(Contract));
        Assert.Equal(OpgAmount.Zero, payments.Token.BalanceOf(Deployments.Erc3009DepositCollector));

        receipt = payments.Run(Payments.Other, Deposit(500));
        Assert.Equal(new Deposited(Id, Payments.Other, 500, 1500), receipt.Logs[^1].Event);
        Assert.DoesNotContain(receipt.Logs, log => log.Event is ChannelCreated);
    }

    [Fact]
    public void A_deposit_by_permit2_binds_the_channel()
    {
        Assert.Null(payments.Run(Payments.Other, DepositByPermit2(700, Id)).Revert);
        Assert.Equal((UInt128)700, Channels.Channel(Id).Balance);

        Hash32 another = Channels.TypedData.ChannelId(Terms with { WithdrawDelay = 901 });
        Assert.Equal(
            "InvalidSigner()", payments.Run(Payments.Other, DepositByPermit2(700, another)).Revert!.ToString());
        Assert.Equal((UInt128)700, Channels.Channel(Id).Balance);
    }

    public static TheoryData<string, string> DepositRefusals => new()
    {
        { "no receiver", "InvalidChannel()" },
        { "899 s", "WithdrawDelayOutOfRange()" },
        { "2592001 s", "WithdrawDelayOutOfRange()" },
        { "nothing", "ZeroDeposit()" },
        { "no collector", "InvalidCollector()" },
        { "overflow", "DepositOverflow()" },
        { "a collector without code", "NoData()" },
        { "an approval of another amount", "Permit2612AmountMismatch()" },
        { "more than there is", "ERC20InsufficientBalance(" },
    };

    [Theory]
    [MemberData(nameof(DepositRefusals))]
    public void A_deposit_is_refused_by_name(string what, string error)
    {
        payments.Run(Payments.Other, Deposit(1000));
        DepositCall good = Deposit(1);
        DepositCall call = what switch
        {
            "no receiver" => good with { Config = Terms with { Receiver = Address.Zero } },
            "899 s" => good with { Config = Terms with { WithdrawDelay = 899 } },
            "2592001 s" => good with { Config = Terms with { WithdrawDelay = 2_592_001 } },
            "nothing" => good with { Amount = 0 },
            "no collector" => good with { Collector = Address.Zero },
            "overflow" => good with { Amount = UInt128.MaxValue },
            "a collector without code" => good with { Collector = Payments.Other },
            "an approval of another amount" =>
                DepositByPermit2(5, Id, Permit2DepositCollector.EncodeApproval(6UL, 0UL, default)),
            _ => Deposit(OpgAmount.FromWholeOpg(101).BaseUnits),
        };

        Assert.StartsWith(error, payments.Run(Payments.Other, call).Revert!.ToString(), StringComparison.Ordinal);
        Assert.Equal(new ChannelState(1000, 0), Channels.Channel(Id));
    }

    [Fact]
    public void Only_the_channel_contract_may_ask_a_collector() => Assert.Equal(
        "OnlyX402BatchSettlement()",
        payments.Run(Payments.Other, new CollectCall(
            Deployments.Erc3009DepositCollector, Payments.Payer, Deployments.OpgToken, 1UL, Id, []))
            .Revert!.ToString());

    [Fact]
    public void Claims_are_cumulative_and_settled_in_one_sum()
    {
        payments.Run(Payments.Other, Deposit(1000));

        Assert.Null(Claim(Claimed(300, 300)));
        Assert.Null(Claim(Claimed(800, 650)));
        Assert.Equal(new ChannelState(1000, 650), Channels.Channel(Id));
        TransactionReceipt receipt = payments.Run(
            Payments.Other, new SettleChannelsCall(Contract, Payments.Gateway, Deployments.OpgToken));

        Assert.Equal(
            (new OpgAmount(650), TransferCause.ChannelSettlement),
            (receipt.Transfers[0].Amount, receipt.Transfers[0].Cause));
        Assert.Equal(
            new ChannelSettled(Payments.Gateway, Deployments.OpgToken, Payments.Other, 650), receipt.Logs[^1].Event);
        Assert.Equal(new ReceiverState(650, 650), Channels.Receiver(Payments.Gateway, Deployments.OpgToken));
        receipt = payments.Run(
            Payments.Other, new SettleChannelsCall(Contract, Payments.Gateway, Deployments.OpgToken));
        Assert.True(receipt.Succeeded);
        Assert.Empty(receipt.Logs);
    }

    public static TheoryData<string, string?> ClaimRefusals => new()
    {
        { "none", "EmptyBatch()" },
        { "by a stranger", "NotAuthorizedToClaim()" },
        { "old, with a bad signature", null },
        { "above the voucher", "ClaimExceedsCeiling()" },
        { "above the balance", "ClaimExceedsBalance()" },
        { "voucher of another", "InvalidSignature()" },
        { "voucher of 64 bytes", "ECDSAInvalidSignatureLength(64)" },
        { "voucher of a payer without authorizer", "InvalidSignature()" },
    };

    [Theory]
    [MemberData(nameof(ClaimRefusals))]
    public void A_claim_is_refused_by_name(string what, string? error)
    {
        payments.Run(Payments.Other, Deposit(1000));
        payments.Run(Payments.Other, Deposit(1000, Terms with { PayerAuthorizer = Address.Zero }));
        Claim(Claimed(100, 100));
        ClaimCall call = what switch
        {
            "none" => new ClaimCall(Contract, []),
            "old, with a bad signature" => new ClaimCall(Contract, [Claimed(500, 100) with { Signature = [] }]),
            "above the voucher" => new ClaimCall(Contract, [Claimed(500, 501)]),
            "above the balance" => new ClaimCall(Contract, [Claimed(2000, 1001)]),
            "voucher of another" => new ClaimCall(Contract, [Claimed(500, 200, Payments.OtherKey)]),
            "voucher of 64 bytes" => new ClaimCall(Contract, [Claimed(500, 200) with { Signature = new byte[64] }]),
            "voucher of a payer without authorizer" =>
                new ClaimCall(
                    Contract, [Claimed(500, 200) with { Channel = Terms with { PayerAuthorizer = Address.Zero } }]),
            _ => new ClaimCall(Contract, [Claimed(500, 200)]),
        };

        Address sender = what == "by a stranger" ? Payments.Other : Payments.Facilitator;

        Assert.Equal(error, payments.Run(sender, call).Revert?.ToString());
        Assert.Equal((UInt128)100, Channels.Channel(Id).TotalClaimed);
    }

    [Fact]
    public void A_signed_batch_of_claims_may_be_handed_in_by_anybody()
    {
        payments.Run(Payments.Other, Deposit(1000));
        VoucherClaim[] claims = [Claimed(1000, 700)];
        byte[] signature = Sign(Channels.TypedData.ClaimBatch(claims), AuthorizerKey);

        Assert.Equal("EmptyBatch()", Refused(new ClaimWithSignatureCall(Contract, [], signature)));
        Assert.Equal(
            "InvalidSignature()", Refused(new ClaimWithSignatureCall(Contract, [Claimed(1000, 701)], signature)));
        ChannelConfig foreign = Terms with { ReceiverAuthorizer = Payments.Other };
        VoucherClaim[] mixed = [.. claims, Claimed(1, 1) with { Channel = foreign }];
        Assert.Equal(
            "NotReceiverAuthorizer()",
            Refused(new ClaimWithSignatureCall(
                Contract, mixed, Sign(Channels.TypedData.ClaimBatch(mixed), AuthorizerKey))));
        Assert.Null(Refused(new ClaimWithSignatureCall(Contract, claims, signature)));
        Assert.Equal((UInt128)700, Channels.Channel(Id).TotalClaimed);
    }

    [Fact]
    public void The_payer_gets_unclaimed_money_back_after_the_delay()
    {
        payments.Run(Payments.Other, Deposit(1000));

        Assert.Equal("InvalidChannel()", Refused(new InitiateWithdrawCall(Contract, Terms, 1)));
        Assert.Equal("NothingToWithdraw()", ByPayer(new InitiateWithdrawCall(Contract, Terms, 0)));
        Assert.Equal("WithdrawAmountExceedsAvailable()", ByPayer(new InitiateWithdrawCall(Contract, Terms, 1001)));
        Assert.Equal("WithdrawalNotPending()", ByPayer(new FinalizeWithdrawCall(Contract, Terms)));
        Assert.Null(ByPayer(new InitiateWithdrawCall(Contract, Terms, 600)));
        Assert.Equal("WithdrawalAlreadyPending()", ByPayer(new InitiateWithdrawCall(Contract, Terms, 1), after: 0));
        Assert.Equal("NotAuthorizedToFinalizeWithdraw()", Refused(new FinalizeWithdrawCall(Contract, Terms)));
        Claim(Claimed(1000, 900));
        Assert.Equal("WithdrawDelayNotElapsed()", ByPayer(new FinalizeWithdrawCall(Contract, Terms), after: 895));

        TransactionReceipt receipt = payments.Run(Payments.Payer, new FinalizeWithdrawCall(Contract, Terms), after: 1);

        Assert.Equal(new WithdrawFinalized(Id, Payments.Payer, 100), receipt.Logs[0].Event);
        Assert.Equal(TransferCause.ChannelWithdrawal, receipt.Transfers[0].Cause);
        Assert.Equal(new ChannelState(900, 900), Channels.Channel(Id));
    }

    [Fact]
    public void The_receiver_s_side_refunds_at_once_and_every_refund_uses_a_nonce()
    {
        payments.Run(Payments.Other, Deposit(1000));
        ByPayer(new InitiateWithdrawCall(Contract, Terms, 600));
        byte[] signature = Sign(Channels.TypedData.Refund(Id, UInt256.One, 400), AuthorizerKey);
        RefundWithSignatureCall signed = new(Contract, Terms, 400, UInt256.One, signature);

        Assert.Equal("NotAuthorizedToRefund()", Refused(new RefundCall(Contract, Terms, 1)));
        Assert.Equal("InvalidRefundNonce()", Refused(signed));
        Assert.Equal(
            "ZeroRefund()", payments.Run(Payments.Facilitator, new RefundCall(Contract, Terms, 0)).Revert!.ToString());
        Assert.Null(payments.Run(Payments.Facilitator, new RefundCall(Contract, Terms, 100)).Revert);
        Assert.Equal((UInt128)500, Channels.Withdrawal(Id).Amount);
        Assert.Equal("InvalidSignature()", Refused(signed with { Amount = 401 }));
        Assert.Null(Refused(signed));
        Assert.Equal((UInt128)100, Channels.Withdrawal(Id).Amount);

        TransactionReceipt last = payments.Run(Payments.Facilitator, new RefundCall(Contract, Terms, 9999));
        Assert.Equal(
            [new Refunded(Id, Payments.Facilitator, 500), new ChannelClosed(Id, Terms)],
            last.Logs.Take(2).Select(log => log.Event));
        Assert.False(Channels.Withdrawal(Id).IsPending);
        Assert.Empty(payments.Run(Payments.Facilitator, new RefundCall(Contract, Terms, 1)).Logs);
        Assert.Equal((UInt256)4UL, Channels.RefundNonce(Id));
        Assert.Equal(OpgAmount.FromWholeOpg(100), payments.Token.BalanceOf(Payments.Payer));
    }

    /// <summary>Source: protocol facts, appendix B.2.</summary>
    [Fact]
    public void The_signed_digests_are_those_of_the_published_vectors()
    {
        ChannelTypedData data = new(8453);
        Address key1 = Address.Parse("0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf");
        ChannelConfig config = new(
            key1, key1, Deployments.GatewayPayee, Address.Parse("0x2B5AD5c4795c026514f8317c7a215E218DcCD6cF"),
            Deployments.UsdcBase, 900, Hash32.Zero);
        Hash32 id = data.ChannelId(config);

        Assert.Equal(
            "0xd8d982716899b0e20cf2c1e706a37b8a892c83fdd4ac9b540cfeec11f9c73a39", data.DomainSeparator.ToString());
        Assert.Equal(
            "0x31bdf17bb6882f6c3a54a363e77aaabf6ce29b983a674c66aecc4eb52373c491",
            ChannelTypedData.StructHash(config).ToString());
        Assert.Equal("0x3edd2c8bfce3d744637f16b449ada9c110437c14e0aa8412bd19d2bbfe9a591a", id.ToString());
        Assert.Equal(
            "0x8e9a26fae01b6a83d9f5ed7cd3632b9a0c57705e870bc7b3e18253a9165ae400", data.Voucher(id, 1000).ToString());
        Assert.Equal(
            "0x664d56c2acdbdd889e887b70cd258abc31de278d51ac40ce7d2d24896703f690",
            data.ClaimBatch([new VoucherClaim(config, 1000, [], 700)]).ToString());
        Assert.Equal(
            "0xc0b6623cd2fd281d2105132dfba2a45922c03569f718ba91ce6e9f3c99fa2f12",
            Erc3009DepositCollector.NonceOf(id, 7UL).ToString());
    }

    private static byte[] Sign(Hash32 digest, PrivateKey key) => Secp256k1.Sign(digest, key).ToArray();

    private VoucherClaim Claimed(UInt128 signed, UInt128 claimed, PrivateKey? key = null) => new(
        Terms, signed, Sign(Channels.TypedData.Voucher(Id, signed), key ?? Payments.PayerKey), claimed);

    private string? Claim(VoucherClaim claim) =>
        payments.Run(Payments.Facilitator, new ClaimCall(Contract, [claim])).Revert?.ToString();

    private string? Refused(ContractCall call) => payments.Run(Payments.Other, call).Revert?.ToString();

    private string? ByPayer(ContractCall call, ulong after = 2) =>
        payments.Run(Payments.Payer, call, after).Revert?.ToString();

    private DepositCall Deposit(UInt128 amount, ChannelConfig? config = null)
    {
        ChannelConfig terms = config ?? Terms;
        UInt256 salt = ++nonce;
        Hash32 tokenNonce = Erc3009DepositCollector.NonceOf(Channels.TypedData.ChannelId(terms), salt);
        TransferAuthorization authorization = new(
            Payments.Payer, Deployments.Erc3009DepositCollector, amount, 0UL, Payments.Genesis + 300, tokenNonce);
        byte[] signature = Sign(authorization.ReceiveDigest(Deployments.OpgTokenDomain), Payments.PayerKey);
        byte[] data = Erc3009DepositCollector.Encode(0UL, Payments.Genesis + 300, salt, signature);
        return new DepositCall(Contract, terms, amount, Deployments.Erc3009DepositCollector, data);
    }

    private DepositCall DepositByPermit2(UInt128 amount, Hash32 boundTo, byte[]? approval = null)
    {
        UInt256 permitNonce = ++nonce;
        StructHasher hasher = new(TypedData.TypeHash(
            Permit2TypedData.WitnessTransferStub + Permit2DepositCollector.WitnessTypeString));
        hasher.Add(Permit2TypedData.TokenPermissionsHash(Deployments.OpgToken, amount));
        hasher.Add(Deployments.Permit2DepositCollector);
        hasher.Add(permitNonce);
        hasher.Add((UInt256)(Payments.Genesis + 300));
        hasher.Add(Permit2DepositCollector.WitnessHash(boundTo));
        Hash32 digest = TypedData.Digest(payments.World.Permit2.DomainSeparator, hasher.Finish());
        byte[] data = Permit2DepositCollector.Encode(
            permitNonce, Payments.Genesis + 300, Sign(digest, Payments.PayerKey), approval ?? []);
        return new DepositCall(Contract, Terms, amount, Deployments.Permit2DepositCollector, data);
    }
}
