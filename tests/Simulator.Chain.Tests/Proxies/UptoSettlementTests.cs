using Simulator.Chain.Blocks;
using Simulator.Chain.Execution;
using Simulator.Chain.Tests.Fixtures;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Chain.Tests.Proxies;

/// <summary>Protocol facts §2.3 and §2.4, in the contracts' order of checks.</summary>
public sealed class UptoSettlementTests
{
    private readonly Payments payments = new();

    [Fact]
    public void A_settlement_moves_the_actual_amount_and_says_why()
    {
        TransactionReceipt receipt = payments.Settle(Payments.Upto(12_345UL));

        Assert.True(receipt.Succeeded);
        TokenTransfer transfer = Assert.Single(receipt.Transfers);
        Assert.Equal(
            new TokenTransfer(
                Deployments.OpgToken, Payments.Payer, Payments.Gateway, new OpgAmount(
                    12_345), TransferCause.UptoSettlement, 0),
            transfer);
        Assert.Equal(
            ["Transfer(address,address,uint256)", "Settled()"],
            receipt.Logs.Select(log => log.Event.Signature));
        Assert.Equal(new OpgAmount(12_345), payments.Token.BalanceOf(Payments.Gateway));
        Assert.Equal(OpgAmount.FromWholeOpg(100) - new OpgAmount(12_345), payments.Token.BalanceOf(Payments.Payer));
    }

    [Fact]
    public void One_permit_settles_once_whatever_is_left_of_its_maximum()
    {
        payments.Settle(Payments.Upto(1UL));

        TransactionReceipt second = payments.Settle(Payments.Upto(1UL));

        Assert.Equal("InvalidNonce()", second.Revert!.ToString());
        Assert.Equal(new OpgAmount(1), payments.Token.BalanceOf(Payments.Gateway));
    }

    [Fact]
    public void A_nonce_whose_settlement_reverted_can_still_be_used()
    {
        payments.Run(Payments.Payer, new ApproveCall(Deployments.OpgToken, Deployments.Permit2, 0UL));
        Assert.Equal("Error(\"TRANSFER_FROM_FAILED\")", payments.Settle(Payments.Upto(5UL)).Revert!.ToString());

        payments.Run(Payments.Payer, new ApproveCall(Deployments.OpgToken, Deployments.Permit2, 5UL));

        Assert.True(payments.Settle(Payments.Upto(5UL)).Succeeded);
        Assert.Equal(UInt256.Zero, payments.Token.Allowance(Payments.Payer, Deployments.Permit2));
    }

    [Fact]
    public void The_largest_allowance_is_never_consumed()
    {
        payments.Settle(Payments.Upto(7UL));

        Assert.Equal(UInt256.MaxValue, payments.Token.Allowance(Payments.Payer, Deployments.Permit2));
    }

    [Fact]
    public void The_deadline_itself_is_still_valid_and_a_second_later_is_not()
    {
        UptoSettleCall call = Payments.Upto(5UL, nonce: 1, deadline: Payments.Genesis + 2);
        UptoSettleCall late = Payments.Upto(5UL, nonce: 2, deadline: Payments.Genesis + 2);

        Assert.True(payments.Settle(call).Succeeded);
        Assert.Equal("SignatureExpired(1770000002)", payments.Settle(late, after: 1).Revert!.ToString());
    }

    [Fact]
    public void The_token_s_own_reason_is_kept_beside_the_message_that_replaces_it()
    {
        payments.Run(Payments.Payer, new TransferCall(
            Deployments.OpgToken, Payments.Other, payments.Token.BalanceOf(Payments.Payer).BaseUnits));

        Revert revert = payments.Settle(Payments.Upto(5UL)).Revert!;

        Assert.Equal("Error(\"TRANSFER_FROM_FAILED\")", revert.ToString());
        Assert.Equal($"ERC20InsufficientBalance({Payments.Payer}, 0, 5)", revert.Inner!.ToString());
    }

    [Fact]
    public void Two_settlements_of_one_permit_in_one_block_pay_once()
    {
        UptoSettleCall call = Payments.Upto(9UL);

        BlockResult block = payments.World.Chain.Produce(Payments.Genesis + 2,
        [
            payments.Transaction(Payments.Facilitator, call),
            payments.Transaction(Payments.Facilitator, call, ahead: 1),
        ]);

        Assert.Equal([null, "InvalidNonce()"], block.Receipts.Select(receipt => receipt.Revert?.ToString()));
        Assert.Equal(new OpgAmount(9), payments.Token.BalanceOf(Payments.Gateway));
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "above the maximum", "AmountExceedsPermitted()" },
        { "above the maximum, and by somebody else", "AmountExceedsPermitted()" },
        { "somebody else's", "UnauthorizedFacilitator()" },
        { "nothing", "InvalidAmount()" },
        { "nobody's", "InvalidOwner()" },
        { "to nobody", "InvalidDestination()" },
        { "too early", "PaymentTooEarly()" },
        { "expired", "SignatureExpired(1769999999)" },
        { "signature of 63 bytes", "InvalidSignatureLength()" },
        { "signature without a point", "InvalidSignature()" },
        { "signature of another", "InvalidSigner()" },
        { "changed after signing", "InvalidSigner()" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_settlement_is_refused_by_the_contract_s_own_name_and_changes_nothing(string what, string error)
    {
        (Address sender, UptoSettleCall call) = Spoiled(what);

        Revert? simulated = payments.World.Chain.Simulate(sender, call);
        TransactionReceipt receipt = payments.Run(sender, call, after: 0);

        Assert.Equal(error, receipt.Revert!.ToString());
        Assert.Equal(error, simulated!.ToString());
        Assert.Empty(receipt.Transfers);
        Assert.Empty(receipt.Logs);
        Assert.Equal(UInt256.Zero, payments.World.Permit2.NonceBitmap(Payments.Payer, 0UL));
    }

    [Fact]
    public void The_compact_form_of_a_signature_is_accepted()
    {
        UptoSettleCall call = Payments.Upto(5UL);
        Assert.True(EthereumSignature.TryParse(call.Signature, out EthereumSignature signature));

        Assert.True(payments.Settle(call with { Signature = signature.ToCompactArray() }).Succeeded);
    }

    private static UptoSettleCall From(UptoSettleCall call, Address payer) =>
        call with { Authorization = call.Authorization with { From = payer } };

    private static UptoSettleCall To(UptoSettleCall call, Address payee) => call with
    {
        Authorization = call.Authorization with { Witness = call.Authorization.Witness with { To = payee } },
    };

    private static (Address Sender, UptoSettleCall Call) Spoiled(string what)
    {
        UptoSettleCall good = Payments.Upto(5UL);
        return what switch
        {
            "above the maximum" => (Payments.Facilitator, good with { Amount = Payments.Tenth + UInt256.One }),
            "above the maximum, and by somebody else" => (Payments.Other, good with { Amount = UInt256.MaxValue }),
            "somebody else's" => (Payments.Other, good),
            "nothing" => (Payments.Facilitator, From(good, Address.Zero) with { Amount = UInt256.Zero }),
            "nobody's" => (Payments.Facilitator, From(good, Address.Zero)),
            "to nobody" => (Payments.Facilitator, To(good, Address.Zero)),
            "too early" => (Payments.Facilitator, Payments.Upto(5UL, validAfter: Payments.Genesis + 1)),
            "expired" => (Payments.Facilitator, Payments.Upto(5UL, deadline: Payments.Genesis - 1)),
            "signature of 63 bytes" => (Payments.Facilitator, good with { Signature = good.Signature[..63] }),
            "signature without a point" => (Payments.Facilitator, good with { Signature = new byte[65] }),
            "signature of another" => (Payments.Facilitator, Payments.Sign(good, Payments.OtherKey)),
            "changed after signing" => (Payments.Facilitator, To(good, Payments.Other)),
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };
    }
}
