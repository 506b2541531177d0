using Simulator.Chain.Blocks;
using Simulator.Chain.Tests.Fixtures;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Chain.Tests.Blocks;

/// <summary>Which transactions enter a block, and what they cost.</summary>
public sealed class TransactionTests
{
    private readonly Payments payments = new();

    public static TheoryData<string, TransactionRefusal> Refusals => new()
    {
        { "chain", TransactionRefusal.InvalidChainId },
        { "nonce below", TransactionRefusal.NonceTooLow },
        { "nonce above", TransactionRefusal.NonceTooHigh },
        { "tip", TransactionRefusal.TipAboveFeeCap },
        { "cap", TransactionRefusal.FeeCapTooLow },
        { "funds", TransactionRefusal.InsufficientFunds },
        { "hostile fee", TransactionRefusal.InsufficientFunds },
        { "gas above the block's", TransactionRefusal.GasLimitReached },
        { "gas below the intrinsic", TransactionRefusal.IntrinsicGas },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_transaction_is_refused_by_name_and_leaves_no_trace(string what, TransactionRefusal reason)
    {
        payments.Settle(Payments.Upto(1UL));
        ChainTransaction good = payments.Transaction(Payments.Facilitator, Payments.Upto(5UL, nonce: 2));
        Hash32 before = payments.Root;

        BlockResult block = payments.World.Chain.Produce(Payments.Genesis + 4, [Spoil(good, what)]);

        Assert.Equal(new RefusedTransaction(good.Hash, reason), Assert.Single(block.Refused));
        Assert.Empty(block.Receipts);
        Assert.Equal(before, payments.Root);
        Assert.NotEmpty(reason.Describe());
    }

    [Fact]
    public void Bytes_that_are_no_transaction_are_refused()
    {
        Assert.Equal(TransactionRefusal.UndecodableTransaction, ChainTransaction.Read([2, 1, 2], out _));
        Eip1559Transaction creation = new(8453, 0, 1UL, 1UL, 100_000, null, 0UL, [1], []);
        Assert.Equal(
            TransactionRefusal.ContractCreation,
            ChainTransaction.Read(creation.Sign(Payments.PayerKey).Encode(), out _));
        SignedTransaction unsigned = new(creation with { To = Payments.Other }, new EthereumSignature(0UL, 0UL, 27));
        Assert.Equal(TransactionRefusal.InvalidSender, ChainTransaction.Read(unsigned.Encode(), out _));
        Assert.True(ChainTransaction.TryDecode(unsigned.Encode(), Payments.Payer, out ChainTransaction? known));
        Assert.Equal(Payments.Payer, known.Sender);
    }

    [Fact]
    public void A_fee_is_gas_times_base_fee_and_tip_and_the_base_fee_is_burned()
    {
        UInt128 supply = payments.World.Chain.NativeSupply;

        TransactionReceipt receipt = payments.Settle(Payments.Upto(1UL));

        // The block before was empty, so the base fee fell by an eighth: 10,000,000 → 8,750,000 wei.
        Assert.Equal((UInt128)28_750_000, receipt.GasPrice);
        Assert.Equal(Payments.Ether - receipt.Fee, payments.World.Chain.Account(Payments.Facilitator).Wei);
        Assert.Equal(supply - (receipt.GasUsed * (UInt128)8_750_000), payments.World.Chain.NativeSupply);
        Assert.Equal(
            receipt.GasUsed * (UInt128)20_000_000,
            payments.World.Chain.Account(PaymentChain.BaseSettings.FeeRecipient).Wei);
    }

    [Fact]
    public void A_transaction_out_of_gas_pays_its_limit_and_does_nothing()
    {
        ChainTransaction starved = payments.Transaction(
            Payments.Facilitator, Payments.Upto(1UL)) with
        { GasLimit = 50_000 };

        TransactionReceipt receipt = payments.World.Chain.Produce(Payments.Genesis + 2, [starved]).Receipts[0];

        Assert.Equal(("OutOfGas()", 50_000UL), (receipt.Revert!.ToString(), receipt.GasUsed));
        Assert.Equal(1UL, payments.World.Chain.Account(Payments.Facilitator).Nonce);
    }

    [Fact]
    public void Native_coin_moves_without_calldata_but_no_contract_takes_it()
    {
        ChainTransaction plain = payments.Transaction(Payments.Payer, Payments.Upto(1UL)) with
        {
            To = Payments.Gateway,
            Data = [],
            Value = 77,
            GasLimit = 21_000,
        };

        BlockResult block = payments.World.Chain.Produce(Payments.Genesis + 2,
            [plain, plain with { To = Deployments.OpgToken, Nonce = 1, GasLimit = 30_000 }]);

        Assert.Equal([null, "NoData()"], block.Receipts.Select(receipt => receipt.Revert?.ToString()));
        Assert.Equal((UInt128)77, payments.World.Chain.Account(Payments.Gateway).Wei);
    }

    [Fact]
    public void Calldata_of_no_function_reverts_without_data()
    {
        ChainTransaction odd = payments.Transaction(Payments.Facilitator, Payments.Upto(1UL));

        BlockResult block = payments.World.Chain.Produce(Payments.Genesis + 2, [odd with { Data = odd.Data[..^40] }]);

        Assert.Equal("NoData()", block.Receipts[0].Revert!.ToString());
    }

    [Fact]
    public void A_call_by_bytes_answers_as_the_typed_one()
    {
        UptoSettleCall early = Payments.Upto(5UL, validAfter: Payments.Genesis + 1);
        BalanceOfCall balance = new(Deployments.OpgToken, Payments.Payer);

        Assert.Equal(
            "PaymentTooEarly()",
            payments.World.Chain.Simulate(Payments.Facilitator, Deployments.UptoProxy, early.Encode())!.ToString());
        Assert.Null(payments.World.Chain.Simulate(Payments.Facilitator, Payments.Gateway, early.Encode()));
        Assert.Equal(
            new AbiWriter().Number(OpgAmount.FromWholeOpg(100).BaseUnits).ToArray(),
            payments.World.Chain.Answer(Deployments.OpgToken, balance.Encode()));
        Assert.Equal(
            new AbiWriter().Address(Deployments.Permit2).ToArray(),
            payments.World.Chain.Answer(Deployments.UptoProxy, new ProxyPermit2Call(Deployments.UptoProxy).Encode()));
    }

    private static ChainTransaction Spoil(ChainTransaction good, string what) => what switch
    {
        "chain" => good with { ChainId = 1 },
        "nonce below" => good with { Nonce = 0 },
        "nonce above" => good with { Nonce = 2 },
        "tip" => good with { MaxPriorityFeePerGas = good.MaxFeePerGas + 1 },
        "cap" => good with { MaxFeePerGas = 1_000_000, MaxPriorityFeePerGas = 0 },
        "funds" => good with { Value = Payments.Ether },
        "hostile fee" => good with { MaxFeePerGas = UInt128.MaxValue },
        "gas above the block's" => good with { GasLimit = 60_000_001 },
        "gas below the intrinsic" => good with { GasLimit = 21_000 },
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };
}
