using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Tests.X402;

namespace Simulator.Protocol.Tests.Ethereum;

public sealed class Eip1559TransactionTests
{
    private static readonly Eip1559Transaction Approval = new(
        Deployments.BaseChainId,
        7,
        100_000_000UL,
        1_000_000_000UL,
        70_000,
        Deployments.OpgToken,
        UInt256.Zero,
        new ApproveCall(Deployments.OpgToken, Deployments.Permit2, UInt256.MaxValue).Encode(),
        []);

    public static Eip1559Transaction[] Transactions =>
    [
        Approval,
        Approval with { To = null, Data = [], Nonce = 0, ChainId = 127 },
        Approval with { Data = new byte[300], Value = UInt256.MaxValue, ChainId = 128 },
        Approval with { AccessList = [new(Deployments.OpgToken, [Hash32.Zero, Keccak256.HashText("s")])] },
        Approval with { AccessList = [new(Deployments.OpgToken, []), new(Address.Zero, [])] },
    ];

    [Fact]
    public void A_signed_transaction_reads_back_with_its_sender()
    {
        foreach (Eip1559Transaction transaction in Transactions)
        {
            SignedTransaction signed = transaction.Sign(Payments.PayerKey);
            byte[] bytes = signed.Encode();

            Assert.True(SignedTransaction.TryDecode(bytes, out SignedTransaction? read));
            Assert.Equal(bytes, read.Encode());
            Assert.Equal(signed.Hash(), read.Hash());
            Assert.True(read.TryRecoverSender(out Address sender));
            Assert.Equal(Payments.Payer, sender);
        }
    }

    [Fact]
    public void No_other_bytes_decode_to_a_transaction_that_encodes_differently()
    {
        foreach (Eip1559Transaction transaction in Transactions)
        {
            byte[] bytes = transaction.Sign(Payments.PayerKey).Encode();
            for (int i = 0; i < bytes.Length; i++)
            {
                byte[] changed = [.. bytes];
                changed[i] ^= 0x81;
                if (SignedTransaction.TryDecode(changed, out SignedTransaction? read))
                {
                    Assert.Equal(changed, read.Encode());
                    Assert.False(read.TryRecoverSender(out Address sender) && sender == Payments.Payer);
                }

                Assert.False(SignedTransaction.TryDecode(bytes.AsSpan(0, i), out _));
            }

            Assert.False(SignedTransaction.TryDecode([.. bytes, 0], out _));
        }
    }

    [Fact]
    public void The_mirrored_high_s_signature_has_no_sender()
    {
        SignedTransaction signed = Approval.Sign(Payments.PayerKey);
        EthereumSignature mirrored = new(
            signed.Signature.R, Secp256k1.Order - signed.Signature.S, (byte)(55 - signed.Signature.V));

        Assert.False((signed with { Signature = mirrored }).TryRecoverSender(out _));
    }

    // Source: the examples of the Ethereum RLP specification.
    [Fact]
    public void The_rlp_specifications_examples_are_encoded_as_printed_there()
    {
        const string Lorem = "Lorem ipsum dolor sit amet, consectetur adipisicing elit";
        Assert.Equal("0x83646f67", Hex.Encode(new RlpWriter().Bytes("dog"u8).ToArray()));
        Assert.Equal("0x80", Hex.Encode(new RlpWriter().Number(UInt256.Zero).ToArray()));
        Assert.Equal("0x0f", Hex.Encode(new RlpWriter().Number(15UL).ToArray()));
        Assert.Equal("0x820400", Hex.Encode(new RlpWriter().Number(1024UL).ToArray()));
        Assert.Equal("0x00", Hex.Encode(new RlpWriter().Bytes([0]).ToArray()));
        Assert.Equal(
            "0xc88363617483646f67",
            Hex.Encode(new RlpWriter().List(new RlpWriter().Bytes("cat"u8).Bytes("dog"u8)).ToArray()));
        Assert.StartsWith(
            "0xb8384c6f72656d",
            Hex.Encode(new RlpWriter().Bytes(System.Text.Encoding.ASCII.GetBytes(Lorem)).ToArray()),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0x8100")]
    [InlineData("0xb80100")]
    [InlineData("0xb900380000")]
    [InlineData("0xbfffffffffffffffff")]
    [InlineData("0xc0")]
    [InlineData("0x")]
    public void Rlp_strings_in_another_than_the_canonical_form_are_refused(string text)
    {
        RlpReader reader = new(Hex.Decode(text));
        _ = reader.Bytes();

        Assert.False(reader.IsValid);
    }
}
