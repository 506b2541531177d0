using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.Tests.X402;

namespace Simulator.Protocol.Tests.Ethereum;

public sealed class ContractCallTests
{
    private static readonly Address Token = Deployments.OpgToken;
    private static readonly EthereumSignature Signature =
        Secp256k1.Sign(Keccak256.HashText("call"), Payments.PayerKey);

    private static readonly SponsoredPermit Permit = new(UInt256.MaxValue, 7UL, Signature);

    public static ContractCall[] Calls =>
    [
        new ApproveCall(Token, Payments.Payer, UInt256.MaxValue),
        new TransferCall(Token, Payments.Payer, UInt256.One),
        new TransferFromCall(Token, Payments.Payer, Payments.Facilitator, 3UL),
        new BalanceOfCall(Token, Payments.Payer),
        new AllowanceCall(Token, Payments.Payer, Deployments.Permit2),
        new PermitCall(Token, Payments.Payer, Deployments.Permit2, 5UL, 6UL, Signature),
        new PermitNoncesCall(Token, Payments.Payer),
        new AuthorizationStateCall(Token, Payments.Payer, Keccak256.HashText("n")),
        new TransferWithAuthorizationCall(Token, Payments.UsdcAuthorization, Signature.ToArray()),
        new TransferWithAuthorizationCall(Token, Payments.UsdcAuthorization, new byte[97]),
        new ReceiveWithAuthorizationCall(Token, Payments.UsdcAuthorization, Signature.ToArray()),
        new NonceBitmapCall(Deployments.Permit2, Payments.Payer, 9UL),
        new InvalidateUnorderedNoncesCall(Deployments.Permit2, 9UL, UInt256.MaxValue),
        new ProxyPermit2Call(Deployments.UptoProxy),
        new PermitWitnessTransferFromCall(
            Deployments.Permit2, Token, 1UL, 2UL, 3UL, Payments.Payer, 4UL, Payments.Facilitator,
            Keccak256.HashText("w"),
            Permit2TypedData.WitnessTypeString(Permit2TypedData.UptoWitnessType), Signature.ToArray()),
        new ExactSettleCall(Deployments.ExactProxy, Payments.ExactAuthorization, Signature.ToArray()),
        new ExactSettleCall(Deployments.ExactProxy, Payments.ExactAuthorization, [1, 2, 3], Permit),
        new UptoSettleCall(Deployments.UptoProxy, Payments.UptoAuthorization, 11UL, Signature.ToArray()),
        new UptoSettleCall(Deployments.UptoProxy, Payments.UptoAuthorization, 11UL, [], Permit),
    ];

    [Fact]
    public void Every_call_reads_back_from_its_own_call_data()
    {
        foreach (ContractCall call in Calls)
        {
            byte[] data = call.Encode();

            Assert.True(ContractCalls.TryDecode(call.Target, data, out ContractCall? read));
            Assert.IsType(call.GetType(), read);
            Assert.Equal(data, read.Encode());
        }
    }

    [Fact]
    public void Call_data_cut_anywhere_is_refused_or_means_the_same()
    {
        foreach (ContractCall call in Calls)
        {
            byte[] data = call.Encode();
            for (int length = 0; length < data.Length; length++)
            {
                if (ContractCalls.TryDecode(call.Target, data.AsSpan(0, length), out ContractCall? read))
                {
                    // Only the zero padding behind the last bytes may be missing, as compiled contracts allow.
                    Assert.Equal(data, read.Encode());
                    Assert.True(data.Length - length < 32);
                }
            }
        }
    }

    [Fact]
    public void Narrow_types_with_dirty_high_bits_are_refused()
    {
        byte[] data = new ApproveCall(Token, Payments.Payer, UInt256.One).Encode();
        data[4] = 1;

        Assert.False(ContractCalls.TryDecode(Token, data, out _));
    }

    [Fact]
    public void An_unknown_selector_is_no_call() => Assert.False(ContractCalls.TryDecode(Token, [1, 2, 3, 4], out _));

    // Source: the worked example of the Solidity ABI specification, f(uint256,uint32[],bytes10,bytes).
    [Fact]
    public void The_specifications_worked_example_is_encoded_as_printed_there()
    {
        byte[] word = new byte[32];
        "1234567890"u8.CopyTo(word);
        AbiWriter arguments = new AbiWriter()
            .Number(0x123UL)
            .List([new AbiWriter().Number(0x456UL), new AbiWriter().Number(0x789UL)])
            .Word(new Hash32(word))
            .Bytes("Hello, world!"u8);

        byte[] data = arguments.ToCallData(Selector.Of("f(uint256,uint32[],bytes10,bytes)"));

        Assert.Equal(
            "0x8be65246"
            + "0000000000000000000000000000000000000000000000000000000000000123"
            + "0000000000000000000000000000000000000000000000000000000000000080"
            + "3132333435363738393000000000000000000000000000000000000000000000"
            + "00000000000000000000000000000000000000000000000000000000000000e0"
            + "0000000000000000000000000000000000000000000000000000000000000002"
            + "0000000000000000000000000000000000000000000000000000000000000456"
            + "0000000000000000000000000000000000000000000000000000000000000789"
            + "000000000000000000000000000000000000000000000000000000000000000d"
            + "48656c6c6f2c20776f726c642100000000000000000000000000000000000000",
            Hex.Encode(data));
        AbiReader reader = new(data.AsSpan(4));
        Assert.Equal((UInt256)0x123UL, reader.Number());
        AbiReader list = reader.List(1, out int count);
        Assert.Equal(2, count);
        Assert.Equal((UInt256)0x456UL, list.Number(32));
        Assert.Equal((UInt256)0x789UL, list.Number(32));
        Assert.Equal(new Hash32(word), reader.Word());
        Assert.Equal("Hello, world!", reader.Text());
        Assert.True(reader.IsValid);
    }
}
