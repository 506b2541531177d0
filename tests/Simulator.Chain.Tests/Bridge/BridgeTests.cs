using Simulator.Chain.Blocks;
using Simulator.Chain.Bridge;
using Simulator.Chain.Execution;
using Simulator.Chain.Tests.Fixtures;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Tests.Bridge;

public sealed class BridgeTests
{
    private static readonly Address Target = BridgeEndpoint.DefaultAddress;

    private readonly Payments home = new(bridgeAdmin: Payments.Facilitator);
    private readonly Enclaves away = new();

    [Fact]
    public void Token_sent_over_and_back_is_locked_minted_burned_and_released()
    {
        home.Run(Payments.Payer, new ApproveCall(Deployments.OpgToken, Target, 1000UL));
        OpgAmount awaySupply = away.World.Token.TotalSupply;

        TransactionReceipt sent = home.Run(Payments.Payer, new BridgeSendCall(Target, Enclaves.Operator, 600UL));
        Assert.Equal(
            new BridgeSent(UInt256.One, Payments.Payer, Enclaves.Operator, new OpgAmount(600)), sent.Logs[^1].Event);
        Assert.Equal(TransferCause.BridgeLock, sent.Transfers[0].Cause);
        Assert.Null(away.Try(Enclaves.Admin, new BridgeDeliverCall(Target, 1UL, Enclaves.Operator, 600UL)));
        Assert.Equal(awaySupply + new OpgAmount(600), away.World.Token.TotalSupply);

        away.Try(Enclaves.Operator, new ApproveCall(away.World.Token.Address, Target, UInt256.MaxValue));
        TransactionReceipt back = away.Run(Enclaves.Operator, new BridgeSendCall(Target, Payments.Other, 250UL));
        Assert.Equal(
            [TransferCause.BridgeLock, TransferCause.BridgeBurn], back.Transfers.Select(transfer => transfer.Cause));
        TransactionReceipt released = home.Run(
            Payments.Facilitator, new BridgeDeliverCall(Target, 1UL, Payments.Other, 250UL));
        Assert.Equal(TransferCause.BridgeRelease, Assert.Single(released.Transfers).Cause);

        Assert.Equal(new OpgAmount(350), home.Token.BalanceOf(Target));
        Assert.Equal(awaySupply + new OpgAmount(350), away.World.Token.TotalSupply);
        Assert.Equal(new BridgeTotals(1, new OpgAmount(600), 1, new OpgAmount(250)), home.World.Bridge.Totals);
    }

    [Fact]
    public void A_message_is_delivered_once_and_in_order()
    {
        Assert.Equal(
            "UnexpectedSequence(1, 2)",
            away.Try(Enclaves.Admin, new BridgeDeliverCall(Target, 2UL, Enclaves.Operator, 1UL)));
        Assert.Null(away.Try(Enclaves.Admin, new BridgeDeliverCall(Target, 1UL, Enclaves.Operator, 1UL)));
        Assert.Equal(
            "UnexpectedSequence(2, 1)",
            away.Try(Enclaves.Admin, new BridgeDeliverCall(Target, 1UL, Enclaves.Operator, 1UL)));
    }

    [Fact]
    public void The_bridge_refuses_by_name()
    {
        BridgeDeliverCall deliver = new(Target, 1UL, Enclaves.Operator, 1UL);

        Assert.StartsWith(
            "AccessControlUnauthorizedAccount(", away.Try(Enclaves.Stranger, deliver), StringComparison.Ordinal);
        Assert.Equal("ZeroAmount()", away.Try(Enclaves.Admin, deliver with { Amount = UInt256.Zero }));
        Assert.Equal("InvalidRecipient()", away.Try(Enclaves.Admin, deliver with { Recipient = Address.Zero }));
        Assert.StartsWith(
            "ERC20InsufficientAllowance(",
            away.Try(Enclaves.Operator, new BridgeSendCall(Target, Payments.Other, 1UL)),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "ERC20InsufficientBalance(",
            home.Run(Payments.Facilitator, new BridgeDeliverCall(Target, 1UL, Payments.Other, 1UL)).Revert!.ToString(),
            StringComparison.Ordinal);
    }
}
