using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>
/// What a server asks of the facilitator's <c>/settle</c>: to pay out everything claimed for a receiver in one token.
/// </summary>
public sealed record SettlePayload(Address Receiver, Address Token) : SchemePayload
{
    internal const string Type = "settle";

    internal static SettlePayload ReadFrom(JsonMembers members) =>
        new(members.Address("receiver"), members.Address("token"));

    internal override void Write(JsonTextWriter writer, string name) => writer.Object(name)
        .Text(ChannelPayload.TypeMember, Type)
        .Address("receiver", Receiver)
        .Address("token", Token)
        .End();
}
