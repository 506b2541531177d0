using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>A signed promise that the receiver may claim up to an amount in all, past claims included.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="MaxClaimableAmount">Cumulative, atomic units.</param>
/// <param name="Signature">As sent.</param>
public sealed record Voucher(Hash32 ChannelId, UInt128 MaxClaimableAmount, string Signature)
{
    public static Voucher Sign(ulong chainId, Hash32 channelId, UInt128 maxClaimableAmount, PrivateKey key) =>
        new(
            channelId,
            maxClaimableAmount,
            Secp256k1.Sign(ChannelTypedData.VoucherDigest(chainId, channelId, maxClaimableAmount), key).ToString());

    /// <summary>Pure and expensive.</summary>
    public bool IsSignedBy(Address signer, ulong chainId) =>
        PayerSignature.IsBy(
            signer, ChannelTypedData.VoucherDigest(chainId, ChannelId, MaxClaimableAmount), Signature);

    internal static Voucher Read(JsonMembers members) =>
        new(members.Hash("channelId"), members.Number128("maxClaimableAmount"), members.Text("signature"));

    internal void Write(JsonTextWriter writer, string name) =>
        writer.Object(name)
            .Text("channelId", ChannelId.ToString())
            .Number("maxClaimableAmount", MaxClaimableAmount)
            .Text("signature", Signature)
            .End();
}
