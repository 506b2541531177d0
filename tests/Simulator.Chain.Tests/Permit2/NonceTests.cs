using Simulator.Chain.Blocks;
using Simulator.Chain.Execution;
using Simulator.Chain.Permit2;
using Simulator.Chain.Tests.Fixtures;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Chain.Tests.Permit2;

/// <summary>Protocol facts §2.3: unordered nonces, and how long they are remembered here.</summary>
public sealed class NonceTests
{
    [Fact]
    public void A_used_nonce_is_the_bit_its_last_byte_names()
    {
        Payments payments = new();

        payments.Settle(Payments.Upto(1UL, nonce: 12345678901234567890));

        Assert.Equal(
            new UInt256(UInt128.One << (210 - 128), 0),
            payments.World.Permit2.NonceBitmap(Payments.Payer, 48225308207947530UL));
    }

    [Fact]
    public void A_word_is_forgotten_when_all_its_permits_have_expired_and_none_of_them_can_be_replayed()
    {
        Payments payments = new();
        payments.Settle(Payments.Upto(1UL, nonce: 1, deadline: Payments.Genesis + 10));
        payments.Settle(Payments.Upto(1UL, nonce: 2, deadline: Payments.Genesis + 20));

        payments.World.Chain.Produce(Payments.Genesis + 20, []);
        Assert.Equal((UInt256)6UL, payments.World.Permit2.NonceBitmap(Payments.Payer, 0UL));
        payments.World.Chain.Produce(Payments.Genesis + 21, []);
        Assert.Equal(0, payments.World.Permit2.RememberedNonceWords);

        Assert.Equal(
            "SignatureExpired(1770000020)",
            payments.Settle(Payments.Upto(1UL, nonce: 2, deadline: Payments.Genesis + 20)).Revert!.ToString());
        Assert.Equal(new OpgAmount(2), payments.Token.BalanceOf(Payments.Gateway));
    }

    [Fact]
    public void A_second_permit_with_the_same_nonce_is_refused_as_long_as_the_first_is_remembered()
    {
        Payments payments = new(keepUsedSeconds: 100);
        payments.Settle(Payments.Upto(1UL, nonce: 1, deadline: Payments.Genesis + 10));

        TransactionReceipt second = payments.Settle(
            Payments.Upto(1UL, nonce: 1, deadline: Payments.Genesis + 500), after: 108);

        Assert.Equal("InvalidNonce()", second.Revert!.ToString());
    }

    [Fact]
    public void Invalidated_nonces_are_remembered_for_ever()
    {
        Payments payments = new();
        payments.Settle(Payments.Upto(1UL, nonce: 3));
        TransactionReceipt receipt = payments.Run(
            Payments.Payer, new InvalidateUnorderedNoncesCall(Deployments.Permit2, 0UL, 6UL));
        Assert.Equal(new UnorderedNonceInvalidation(Payments.Payer, 0UL, 6UL), Assert.Single(receipt.Logs).Event);

        payments.World.Chain.Produce(Payments.Genesis + 1_000_000, []);

        Assert.Equal((UInt256)14UL, payments.World.Permit2.NonceBitmap(Payments.Payer, 0UL));
        UptoSettleRefused(payments, nonce: 2);
    }

    [Fact]
    public void Memory_is_bounded_by_the_permits_that_are_open()
    {
        Payments payments = new();

        for (ulong block = 1; block <= 300; block++)
        {
            ulong deadline = payments.World.Chain.Head.UnixTime + 20;
            Assert.True(payments.Settle(Payments.Upto(1UL, nonce: block * 256, deadline)).Succeeded);
        }

        Assert.Equal(10, payments.World.Permit2.RememberedNonceWords);
        Assert.InRange(payments.World.Chain.Machine.State.JournalEntries, 1, 64 * 20);
    }

    [Fact]
    public void A_permit_without_a_witness_is_settled_by_its_spender_alone()
    {
        Payments payments = new();
        PermittedTransfer permit = new(Deployments.OpgToken, 50UL, 9UL, Payments.Genesis + 300);
        StructHasher hasher = new(Permit2TypedData.PlainTypeHash);
        hasher.Add(Permit2TypedData.TokenPermissionsHash(permit.Token, permit.Amount));
        hasher.Add(Payments.Other);
        hasher.Add(permit.Nonce);
        hasher.Add(permit.Deadline);
        Hash32 digest = TypedData.Digest(payments.World.Permit2.DomainSeparator, hasher.Finish());
        PermitTransferFromCall call = new(
            Deployments.Permit2, permit, Payments.Gateway, 50UL, Payments.Payer, Secp256k1.Sign(
                digest, Payments.PayerKey).ToArray());

        Assert.Equal("InvalidSigner()", payments.Run(Payments.Facilitator, call).Revert!.ToString());
        Assert.Equal(
            "InvalidAmount(50)",
            payments.Run(Payments.Other, call with { RequestedAmount = 51UL }).Revert!.ToString());
        TransactionReceipt receipt = payments.Run(Payments.Other, call);
        Assert.Equal(TransferCause.Permit2Transfer, Assert.Single(receipt.Transfers).Cause);
    }

    private static void UptoSettleRefused(Payments payments, ulong nonce) => Assert.Equal(
        "InvalidNonce()",
        payments.Settle(Payments.Upto(1UL, nonce, deadline: Payments.Genesis + 2_000_000)).Revert!.ToString());
}
