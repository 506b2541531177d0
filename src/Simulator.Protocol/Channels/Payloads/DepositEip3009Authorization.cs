using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>A deposit by EIP-3009, the default. The nonce follows from channel and salt.</summary>
/// <param name="ValidAfter">Unix seconds.</param>
/// <param name="ValidBefore">Unix seconds.</param>
/// <param name="Salt">Tells apart deposits into one channel.</param>
/// <param name="Signature">As sent.</param>
public sealed record DepositEip3009Authorization(UInt256 ValidAfter, UInt256 ValidBefore, Hash32 Salt, string Signature)
    : DepositAuthorization
{
    internal const string MemberName = "erc3009Authorization";

    /// <summary>The order the token checks: to the collector, with the derived nonce.</summary>
    public TransferAuthorization ToTransfer(Address payer, UInt128 amount, Hash32 channelId) =>
        new(
            payer,
            Deployments.Erc3009DepositCollector,
            amount,
            ValidAfter,
            ValidBefore,
            ChannelTypedData.DepositNonce(channelId, Salt));

    internal static DepositEip3009Authorization ReadFrom(JsonMembers members) =>
        new(
            members.Number("validAfter"),
            members.Number("validBefore"),
            members.Hash("salt"),
            members.Text("signature"));

    internal override void Write(JsonTextWriter writer) =>
        writer.Object(MemberName)
            .Number("validAfter", ValidAfter)
            .Number("validBefore", ValidBefore)
            .Text("salt", Salt.ToString())
            .Text("signature", Signature)
            .End();
}
