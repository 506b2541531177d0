using Simulator.Chain.Blocks;
using Simulator.Chain.Execution;
using Simulator.Chain.Tests.Fixtures;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Tests.Token;

/// <summary>ERC-20 and EIP-2612 as OpenZeppelin 5 checks them; errors of ERC-6093.</summary>
public sealed class OpgTokenTests
{
    private const ulong Now = Payments.Genesis + 2;
    private readonly Payments payments = new();

    [Fact]
    public void Genesis_mints_every_allocation_with_its_cause()
    {
        Assert.Equal(
            [
                (Address.Zero, Payments.Payer, OpgAmount.FromWholeOpg(100), TransferCause.Genesis),
                (Address.Zero, Payments.Other, OpgAmount.FromWholeOpg(5), TransferCause.Genesis),
                (Address.Zero, Payments.Facilitator, OpgAmount.Zero, TransferCause.Genesis),
            ],
            payments.GenesisBlock.Transfers.Select(
                transfer => (transfer.From, transfer.To, transfer.Amount, transfer.Cause)));
        Assert.Equal(OpgAmount.FromWholeOpg(105), payments.Token.TotalSupply);
    }

    [Fact]
    public void An_allowance_is_spent_to_the_last_unit_and_no_further()
    {
        Run(Payments.Payer, new ApproveCall(Deployments.OpgToken, Payments.Other, 10UL));

        Assert.Null(
            Run(
                Payments.Other,
                new TransferFromCall(Deployments.OpgToken, Payments.Payer, Payments.Gateway, 4UL)).Revert);
        Assert.Equal((UInt256)6UL, payments.Token.Allowance(Payments.Payer, Payments.Other));
        Assert.Equal(
            $"ERC20InsufficientAllowance({Payments.Other}, 6, 7)",
            Run(
                Payments.Other,
                new TransferFromCall(Deployments.OpgToken, Payments.Payer, Payments.Gateway, 7UL)).Revert!.ToString());
    }

    [Fact]
    public void A_transfer_to_oneself_changes_no_balance()
    {
        Assert.True(Run(Payments.Payer, new TransferCall(Deployments.OpgToken, Payments.Payer, 4UL)).Succeeded);
        Assert.Equal(OpgAmount.FromWholeOpg(100), payments.Token.BalanceOf(Payments.Payer));
    }

    public static TheoryData<ContractCall, string> Refusals => new()
    {
        {
            new TransferCall(Deployments.OpgToken, Address.Zero, 1UL),
            "ERC20InvalidReceiver(0x0000000000000000000000000000000000000000)"
        },
        {
            new TransferCall(Deployments.OpgToken, Payments.Gateway, UInt256.MaxValue),
            $"ERC20InsufficientBalance({Payments.Other}, 5000000000000000000, {UInt256.MaxValue})"
        },
        {
            new TransferFromCall(Deployments.OpgToken, Address.Zero, Payments.Gateway, 0UL),
            "ERC20InvalidSender(0x0000000000000000000000000000000000000000)"
        },
        {
            new TransferFromCall(Deployments.OpgToken, Payments.Payer, Payments.Gateway, 1UL),
            $"ERC20InsufficientAllowance({Payments.Other}, 0, 1)"
        },
        {
            new ApproveCall(Deployments.OpgToken, Address.Zero, 1UL),
            "ERC20InvalidSpender(0x0000000000000000000000000000000000000000)"
        },
        {
            Signed(new PermitCall(Deployments.OpgToken, Payments.Payer, Payments.Gateway, 1UL, Now - 1, default)),
            "ERC2612ExpiredSignature(1770000001)"
        },
        {
            Signed(new PermitCall(Deployments.OpgToken, Payments.Payer, Payments.Gateway, 1UL, Now, default)) with
            {
                Value = 2UL,
            },
            "ERC2612InvalidSigner"
        },
        {
            new PermitCall(Deployments.OpgToken, Payments.Payer, Payments.Gateway, 1UL, Now, default),
            "ECDSAInvalidSignature()"
        },
        {
            new PermitCall(
                Deployments.OpgToken,
                Payments.Payer,
                Payments.Gateway,
                1UL,
                Now,
                new EthereumSignature(1UL, UInt256.MaxValue, 27)),
            $"ECDSAInvalidSignatureS(0x{new string('f', 64)})"
        },
        { new NoFunction(Deployments.OpgToken), "NoData()" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_call_is_refused_by_the_token_s_own_name_and_leaves_no_trace(ContractCall call, string error)
    {
        Revert? simulated = payments.World.Chain.Machine.Call(
            new CallContext(Payments.Other, new BlockContext(1, Now)), call);

        Assert.StartsWith(error, simulated!.ToString(), StringComparison.Ordinal);
        Assert.Equal(new WorldFacts(payments), new WorldFacts(new Payments()));
    }

    [Fact]
    public void A_permit_sets_the_allowance_and_uses_the_nonce()
    {
        PermitCall permit = Signed(
            new PermitCall(Deployments.OpgToken, Payments.Payer, Payments.Gateway, 77UL, Now, default));

        Assert.True(Run(Payments.Other, permit).Succeeded);
        Assert.Equal((UInt256)77UL, payments.Token.Allowance(Payments.Payer, Payments.Gateway));
        Assert.Equal(UInt256.One, payments.Token.Nonces(Payments.Payer));
        Assert.Equal("ERC2612InvalidSigner", Run(Payments.Other, permit, after: 0).Revert!.Name);
    }

    private static PermitCall Signed(PermitCall permit)
    {
        TokenPermit terms = new(permit.Owner, permit.Spender, permit.Value, UInt256.Zero, permit.Deadline);
        return permit with { Signature = Secp256k1.Sign(terms.Digest(Deployments.OpgTokenDomain), Payments.PayerKey) };
    }

    private TransactionReceipt Run(Address sender, ContractCall call, ulong after = 2) =>
        payments.Run(sender, call, after);

    /// <summary>A call no contract has.</summary>
    private sealed record NoFunction(Address Target) : ContractCall(Target)
    {
        public override Selector Selector => Selector.Of("nothing()");

        protected override void WriteArguments(AbiWriter writer)
        {
        }
    }

    /// <summary>The root of what the state is now, without a change of its own.</summary>
    private sealed record WorldFacts(Hash32 Root)
    {
        public WorldFacts(Payments payments)
            : this(payments.World.Chain.Machine.State.Seal())
        {
        }
    }
}
