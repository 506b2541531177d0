using Simulator.Chain.Execution;
using Simulator.Chain.Permit2;
using Simulator.Chain.Signatures;
using Simulator.Chain.Tests.Fixtures;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Tests.Permit2;

/// <summary>Owners with code answer for their signatures themselves (EIP-1271).</summary>
public sealed class ContractOwnerTests
{
    private static readonly Address Wallet = Address.Parse("0x00000000000000000000000000000000000a11e7");
    private readonly Payments payments = new();

    [Theory]
    [InlineData(IErc1271.MagicValue, "Error(\"TRANSFER_FROM_FAILED\")")]
    [InlineData(0u, "InvalidContractSignature()")]
    public void The_wallet_s_answer_decides(uint answer, string error)
    {
        payments.World.Chain.Machine.Deploy(new AnsweringWallet(payments.World.Chain.Machine, answer));

        Assert.Equal(error, Take(Wallet)!.ToString());
    }

    [Fact]
    public void A_contract_that_cannot_answer_reverts_without_data() =>
        Assert.Equal("NoData()", Take(Deployments.OpgToken)!.ToString());

    [Fact]
    public void A_token_without_code_refuses_nothing_and_moves_nothing()
    {
        payments.World.Chain.Machine.Deploy(new AnsweringWallet(payments.World.Chain.Machine, IErc1271.MagicValue));

        Assert.Null(Take(Wallet, token: Payments.Other));
    }

    private Revert? Take(Address owner, Address? token = null) => payments.World.Chain.Simulate(
        Payments.Other,
        new PermitTransferFromCall(
            Deployments.Permit2,
            new PermittedTransfer(token ?? Deployments.OpgToken, 1UL, 1UL, UInt256.MaxValue),
            Payments.Gateway,
            1UL,
            owner,
            [1, 2, 3]));

    private sealed class AnsweringWallet(ContractMachine machine, uint answer) : Contract(machine, Wallet), IErc1271
    {
        public override Revert? Execute(in CallContext context, ContractCall call) => SolidityErrors.Bare();

        public uint IsValidSignature(Hash32 digest, ReadOnlySpan<byte> signature) => answer;
    }
}
