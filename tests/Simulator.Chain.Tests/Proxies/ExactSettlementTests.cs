using Simulator.Chain.Blocks;
using Simulator.Chain.Execution;
using Simulator.Chain.Proxies;
using Simulator.Chain.Tests.Fixtures;
using Simulator.Chain.Token;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Chain.Tests.Proxies;

/// <summary>Protocol facts §2.4: the exact proxy, and settlements that carry an approval with them.</summary>
public sealed class ExactSettlementTests
{
    private readonly Payments payments = new();

    [Fact]
    public void Anybody_may_settle_the_whole_permitted_amount()
    {
        TransactionReceipt receipt = payments.Run(Payments.Other, Payments.Exact(700UL));

        TokenTransfer transfer = Assert.Single(receipt.Transfers);
        Assert.Equal((new OpgAmount(700), TransferCause.ExactSettlement), (transfer.Amount, transfer.Cause));
        Assert.Equal(new Settled(), receipt.Logs[^1].Event);
    }

    [Fact]
    public void An_approval_by_signature_makes_a_first_payment_possible()
    {
        payments.Run(Payments.Payer, new ApproveCall(Deployments.OpgToken, Deployments.Permit2, UInt256.Zero));

        TransactionReceipt receipt = payments.Run(
            Payments.Other, Payments.Exact(700UL) with { Permit = Approval(700UL) });

        Assert.True(receipt.Succeeded);
        Assert.Equal(
            ["Approval(address,address,uint256)", "Transfer(address,address,uint256)", "SettledWithPermit()"],
            receipt.Logs.Select(log => log.Event.Signature));
    }

    [Fact]
    public void A_failed_approval_is_an_event_and_an_allowance_that_exists_already_is_enough()
    {
        SponsoredPermit spoiled = Approval(700UL) with { Deadline = 1UL };

        TransactionReceipt receipt = payments.Run(Payments.Other, Payments.Exact(700UL) with { Permit = spoiled });

        Assert.True(receipt.Succeeded);
        Eip2612PermitFailedWithData failed = Assert.IsType<Eip2612PermitFailedWithData>(receipt.Logs[0].Event);
        Assert.Equal(new Revert(TokenErrors.ExpiredSignature, 1UL).Encode(), failed.Data);
        Assert.Equal(UInt256.Zero, payments.Token.Nonces(Payments.Payer));
    }

    [Fact]
    public void An_approval_of_another_amount_is_refused() => Assert.Equal(
        "Permit2612AmountMismatch()",
        payments.Run(
            Payments.Other, Payments.Exact(700UL) with { Permit = Approval(701UL) }).Revert!.ToString());

    [Fact]
    public void An_upto_settlement_checks_amount_and_caller_before_the_approval()
    {
        UptoSettleCall call = Payments.Upto(5UL) with { Permit = Approval(1UL) };

        Assert.Equal("UnauthorizedFacilitator()", Refused(Payments.Other, call));
        Assert.Equal("Permit2612AmountMismatch()", Refused(Payments.Facilitator, call));
        Assert.Null(payments.World.Chain.Simulate(
            Payments.Facilitator, call with { Permit = Approval(Payments.Tenth) }));
    }

    private string? Refused(Address sender, ContractCall call) =>
        payments.World.Chain.Simulate(sender, call)?.ToString();

    private static SponsoredPermit Approval(UInt256 value)
    {
        TokenPermit terms = new(Payments.Payer, Deployments.Permit2, value, UInt256.Zero, Payments.Genesis + 300);
        EthereumSignature proof = Secp256k1.Sign(terms.Digest(Deployments.OpgTokenDomain), Payments.PayerKey);
        return new SponsoredPermit(value, terms.Deadline, proof);
    }
}
