using Simulator.Protocol.Channels;

namespace Simulator.Protocol.X402;

/// <summary>The signed part of a payment. A closed family: Permit2, EIP-3009, a payment channel's, or something no EVM scheme reads.</summary>
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
            : members.Has(ChannelPayload.TypeMember) ? ChannelPayload.ReadFrom(attempt)
            : null;
        return known is not null && attempt.Refusal is null ? known : new OpaquePayload(JsonText.From(members.Element));
    }

    internal abstract void Write(JsonTextWriter writer, string name);
}
