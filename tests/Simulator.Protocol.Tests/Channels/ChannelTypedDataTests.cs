using System.Text.Json;

using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Tests.Vectors;
using Simulator.Protocol.Tests.X402;

namespace Simulator.Protocol.Tests.Channels;

public sealed class ChannelTypedDataTests
{
    private static readonly JsonElement Expected = Vector.Read("typed-data.json").GetProperty("channel");
    private static readonly PrivateKey KeyOne = PrivateKey.Parse("0x" + new string('0', 63) + "1");

    private static readonly ChannelConfig Config = new(
        Secp256k1.AddressOf(KeyOne),
        Secp256k1.AddressOf(KeyOne),
        Deployments.GatewayPayee,
        Payments.Facilitator,
        Deployments.UsdcBase,
        900,
        Hash32.Zero);

    private static readonly Hash32 Id = Config.ChannelId(Deployments.BaseChainId);

    // Source: keccak of the type texts of the x402 batch settlement contract.
    [Theory]
    [InlineData("0x1c9a06ceab9b0ebbd3301dc56c9111bb6d9af421356dc9ccb3b7084c755db308", 0)]
    [InlineData("0x1e1bd6ff84c3e0d9029a292b212e039c0ca97ec497c55191a4a5874294609a69", 1)]
    [InlineData("0xbe23ad087435072cd69b49cc5b92de10ee610fce7ae0ab428307972d764bb216", 2)]
    [InlineData("0x30b9a0367528fca13c3e8ec6134c3113f1887ebe7a1ad61de0955aac288b0cf5", 3)]
    [InlineData("0x42bd57c010b870c2e96203c66341f28a6a19b4d56a74533a8eb5f706b9fd6d57", 4)]
    [InlineData("0xba0000097e86dabe64178afe31109221193339a6861598f2133fcbdc92c84479", 5)]
    [InlineData("0x436a25c01a21a6ed025816c4c9ea3d6132aa879dd7ef16f6188dd3b0aebccc52", 6)]
    public void Type_hashes_are_the_published_ones(string expected, int index)
    {
        Hash32[] hashes =
        [
            ChannelTypedData.ChannelConfigTypeHash,
            ChannelTypedData.VoucherTypeHash,
            ChannelTypedData.RefundTypeHash,
            ChannelTypedData.ClaimEntryTypeHash,
            ChannelTypedData.ClaimBatchTypeHash,
            ChannelTypedData.DepositWitnessTypeHash,
            ChannelTypedData.DepositPermitTypeHash,
        ];

        Assert.Equal(expected, hashes[index].ToString());
    }

    [Fact]
    public void A_channel_and_its_vouchers_hash_and_sign_as_the_reference_library_does()
    {
        Voucher voucher = Voucher.Sign(Deployments.BaseChainId, Id, 1000, KeyOne);

        Assert.Equal(Expected.Text("structHash"), Config.StructHash().ToString());
        Assert.Equal(Expected.Text("channelId"), Id.ToString());
        Assert.Equal(
            Expected.Text("voucherDigest"),
            ChannelTypedData.VoucherDigest(Deployments.BaseChainId, Id, 1000).ToString());
        Assert.Equal(Expected.Text("voucherSignature"), voucher.Signature);
        Assert.True(voucher.IsSignedBy(Config.VoucherSigner, Deployments.BaseChainId));
        Assert.False((voucher with { MaxClaimableAmount = 1001 }).IsSignedBy(Config.VoucherSigner, 8453));
    }

    [Fact]
    public void Claims_and_deposit_nonces_hash_as_the_reference_library_does()
    {
        byte[] salt = new byte[32];
        salt[31] = 7;

        Assert.Equal(
            Expected.Text("claimBatchDigest"),
            ChannelTypedData.ClaimBatchDigest(Deployments.BaseChainId, [new ClaimEntry(Id, 1000, 700)]).ToString());
        Assert.Equal(
            Expected.Text("depositNonceForSalt7"), ChannelTypedData.DepositNonce(Id, new Hash32(salt)).ToString());
    }

    // Source: the first four bytes of keccak of the canonical signatures, computed with ethers 6.
    [Fact]
    public void Calls_have_the_published_selectors_and_read_back_from_their_call_data()
    {
        VoucherClaim claim = new(Config, 1000, [1, 2, 3], 700);
        (string Selector, ContractCall Call)[] calls =
        [
            ("0x140f1e75", new ChannelDepositCall(Deployments.BatchSettlement, Config, 5, Payments.Payer, new byte[40])),
            ("0x29237b0c", new ChannelClaimCall(Deployments.BatchSettlement, [claim, claim with { Signature = [] }])),
            ("0x29237b0c", new ChannelClaimCall(Deployments.BatchSettlement, [])),
            ("0xe43ce1f2", new ChannelClaimCall(Deployments.BatchSettlement, [claim], new byte[65])),
            ("0x9db32a8f", new ChannelSettleCall(Deployments.BatchSettlement, Payments.Payer, Deployments.UsdcBase)),
            ("0xcf5cf3dc", new ChannelWithdrawCall(Deployments.BatchSettlement, Config, 9)),
            ("0xe88377b1", new ChannelWithdrawCall(Deployments.BatchSettlement, Config, null)),
            ("0xdce4bfae", new ChannelRefundCall(Deployments.BatchSettlement, Config, 9)),
            ("0xb77433e9", new ChannelRefundCall(Deployments.BatchSettlement, Config, 9, 1UL, new byte[65])),
        ];
        foreach ((string selector, ContractCall call) in calls)
        {
            byte[] data = call.Encode();

            Assert.Equal(selector, call.Selector.ToString());
            Assert.True(ContractCalls.TryDecode(call.Target, data, out ContractCall? read));
            Assert.Equal(data, read.Encode());
        }
    }
}
