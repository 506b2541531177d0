using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>A deposit by Permit2, bound to the channel through its witness.</summary>
/// <param name="From">The payer.</param>
/// <param name="Token">The token.</param>
/// <param name="Amount">Exactly the deposit.</param>
/// <param name="Spender">The collector.</param>
/// <param name="Nonce">Unordered.</param>
/// <param name="Deadline">Unix seconds.</param>
/// <param name="ChannelId">The witness.</param>
/// <param name="Signature">As sent.</param>
public sealed record DepositPermit2Authorization(
    Address From,
    Address Token,
    UInt256 Amount,
    Address Spender,
    UInt256 Nonce,
    UInt256 Deadline,
    Hash32 ChannelId,
    string Signature)
    : DepositAuthorization
{
    internal const string MemberName = "permit2Authorization";

    internal static DepositPermit2Authorization ReadFrom(JsonMembers members)
    {
        JsonMembers permitted = members.Object("permitted");
        return new(
            members.Address("from"),
            permitted.Address("token"),
            permitted.Number("amount"),
            members.Address("spender"),
            members.Number("nonce"),
            members.Number("deadline"),
            members.Object("witness").Hash("channelId"),
            members.Text("signature"));
    }

    internal override void Write(JsonTextWriter writer) =>
        writer.Object(MemberName)
            .Address("from", From)
            .Object("permitted")
            .Address("token", Token)
            .Number("amount", Amount)
            .End()
            .Address("spender", Spender)
            .Number("nonce", Nonce)
            .Number("deadline", Deadline)
            .Object("witness")
            .Text("channelId", ChannelId.ToString())
            .End()
            .Text("signature", Signature)
            .End();
}
