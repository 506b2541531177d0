using Simulator.Chain.Channels;
using Simulator.Chain.Execution;
using Simulator.Chain.Tests.Fixtures;
using Simulator.Chain.Token;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Tests.Token;

/// <summary>Errors that only impossible senders or odd tokens reach.</summary>
public sealed class TokenEdgeTests
{
    private static readonly Address OddToken = Address.Parse("0x0000000000000000000000000000000000000bad");
    private readonly Payments payments = new();

    [Fact]
    public void The_zero_address_approves_nobody() => Assert.Equal(
        "ERC20InvalidApprover(0x0000000000000000000000000000000000000000)",
        payments.World.Chain.Simulate(
            Address.Zero, new ApproveCall(Deployments.OpgToken, Payments.Other, 1UL))!.ToString());

    [Fact]
    public void A_deposit_of_a_token_that_keeps_a_part_for_itself_is_refused()
    {
        payments.World.Chain.Machine.Deploy(new FeeToken(payments.World.Chain.Machine));
        ChannelConfig config = new(
            Payments.Payer, Payments.Payer, Payments.Gateway, Payments.Facilitator, OddToken, 900, Hash32.Zero);
        DepositCall call = new(
            Deployments.BatchSettlement,
            config,
            10,
            Deployments.Erc3009DepositCollector,
            Erc3009DepositCollector.Encode(0UL, 1UL, 1UL, []));

        Assert.Equal("DepositCollectionFailed()", payments.World.Chain.Simulate(Payments.Other, call)!.ToString());
    }

    /// <summary>A token that says yes to everything and moves nothing.</summary>
    private sealed class FeeToken(ContractMachine machine) : Contract(machine, OddToken), IErc20
    {
        public override Revert? Execute(in CallContext context, ContractCall call) => null;

        public OpgAmount BalanceOf(Address holder) => OpgAmount.Zero;

        public UInt256 Allowance(Address owner, Address spender) => UInt256.Zero;

        public Revert? Transfer(in CallContext context, Address to, UInt256 value) => null;

        public Revert? TransferFrom(in CallContext context, Address from, Address to, UInt256 value) => null;

        public Revert? Permit(in CallContext context, PermitCall permit) => null;

        public Revert? ReceiveWithAuthorization(in CallContext context, TransferAuthorization terms, byte[] proof) =>
            null;
    }
}
