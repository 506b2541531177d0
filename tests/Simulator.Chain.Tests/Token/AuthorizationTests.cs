using Simulator.Chain.Blocks;
using Simulator.Chain.Execution;
using Simulator.Chain.Tests.Fixtures;
using Simulator.Chain.Token;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Tests.Token;

/// <summary>EIP-3009: strictly between two times, once per nonce, by the holder's signature.</summary>
public sealed class AuthorizationTests
{
    private static readonly Hash32 Nonce = Keccak256.HashText("nonce");
    private readonly Payments payments = new();

    [Theory]
    [InlineData(0, 3, null)]
    [InlineData(1, 3, null)]
    [InlineData(2, 3, "Error(\"EIP3009: authorization is not yet valid\")")]
    [InlineData(1, 2, "Error(\"EIP3009: authorization is expired\")")]
    public void An_authorization_holds_strictly_between_its_times(ulong after, ulong before, string? error)
    {
        TransferAuthorization terms = Terms with
        {
            ValidAfter = Payments.Genesis + after,
            ValidBefore = Payments.Genesis + before,
        };

        Assert.Equal(error, Transfer(terms).Revert?.ToString());
    }

    [Fact]
    public void An_authorization_is_used_once_and_forgotten_after_its_time()
    {
        TransactionReceipt first = Transfer(Terms);
        Assert.Equal(TransferCause.Authorization, Assert.Single(first.Transfers).Cause);
        Assert.True(payments.Token.IsAuthorizationUsed(Payments.Payer, Nonce));
        Assert.Equal("Error(\"EIP3009: authorization is used or canceled\")", Transfer(Terms).Revert!.ToString());

        Assert.Equal("Error(\"EIP3009: authorization is expired\")", Transfer(Terms, after: 200).Revert!.ToString());
        Assert.False(payments.Token.IsAuthorizationUsed(Payments.Payer, Nonce));
        Assert.Equal(new OpgAmount(9), payments.Token.BalanceOf(Payments.Gateway));
    }

    [Fact]
    public void A_cancelled_authorization_is_refused()
    {
        byte[] proof = Secp256k1.Sign(
            TransferAuthorization.CancelDigest(
                Deployments.OpgTokenDomain, Payments.Payer, Nonce), Payments.PayerKey).ToArray();
        payments.Run(Payments.Other, new CancelAuthorizationCall(Deployments.OpgToken, Payments.Payer, Nonce, proof));

        Assert.Equal("Error(\"EIP3009: authorization is used or canceled\")", Transfer(Terms).Revert!.ToString());
    }

    [Fact]
    public void A_signature_of_another_holder_is_refused()
    {
        byte[] proof = Secp256k1.Sign(Terms.TransferDigest(Deployments.OpgTokenDomain), Payments.OtherKey).ToArray();

        TransactionReceipt receipt = payments.Run(
            Payments.Other, new TransferWithAuthorizationCall(Deployments.OpgToken, Terms, proof));

        Assert.Equal("Error(\"EIP3009: invalid signature\")", receipt.Revert!.ToString());
    }

    [Fact]
    public void Only_the_payee_may_receive()
    {
        byte[] proof = Secp256k1.Sign(Terms.ReceiveDigest(Deployments.OpgTokenDomain), Payments.PayerKey).ToArray();
        ReceiveWithAuthorizationCall call = new(Deployments.OpgToken, Terms, proof);

        Assert.Equal(
            "Error(\"EIP3009: caller must be the payee\")",
            payments.World.Chain.Simulate(Payments.Other, call)!.ToString());
        Assert.Null(payments.World.Chain.Simulate(Payments.Gateway, call));
    }

    private static TransferAuthorization Terms => new(
        Payments.Payer, Payments.Gateway, 9UL, Payments.Genesis - 1, Payments.Genesis + 100, Nonce);

    private TransactionReceipt Transfer(TransferAuthorization terms, ulong after = 2)
    {
        EthereumSignature proof = Secp256k1.Sign(terms.TransferDigest(Deployments.OpgTokenDomain), Payments.PayerKey);
        return payments.Run(
            Payments.Other, new TransferWithAuthorizationCall(Deployments.OpgToken, terms, proof.ToArray()), after);
    }
}
