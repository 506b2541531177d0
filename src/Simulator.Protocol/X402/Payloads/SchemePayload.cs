using Simulator.Protocol.Channels;

namespace Simulator.Protocol.X402;

/// <summary>
/// The signed part of a payment. A closed family: Permit2, EIP-3009, a payment channel's, a server's order about
/// channels, or something no EVM scheme reads.
/// </summary>
public abstract record SchemePayload
{
    private protected SchemePayload()
    {
    }

    internal static SchemePayload Read(JsonMembers members)
    {
        if (!members.IsObject)
        {
            return new OpaquePayload(JsonText.Parse("{}"));
        }

        // A payload of the wrong shape is not a broken message: verification names it unsupported.
        JsonMembers attempt = new(members.Element);
        SchemePayload? known = members.Has(Permit2Payload.MemberName) ? Permit2Payload.ReadFrom(attempt)
            : members.Has(Eip3009Payload.MemberName) ? Eip3009Payload.ReadFrom(attempt)
            : members.Has(ChannelPayload.TypeMember) ? ReadChannel(attempt)
            : null;
        return known is not null && attempt.Refusal is null ? known : new OpaquePayload(JsonText.From(members.Element));
    }

    private static SchemePayload? ReadChannel(JsonMembers members) => members.Text(ChannelPayload.TypeMember) switch
    {
        ClaimPayload.Type => ClaimPayload.ReadFrom(members),
        SettlePayload.Type => SettlePayload.ReadFrom(members),
        _ => ChannelPayload.ReadFrom(members),
    };

    internal abstract void Write(JsonTextWriter writer, string name);
}
