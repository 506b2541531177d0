using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>How the payer lets a deposit be collected. A closed family.</summary>
public abstract record DepositAuthorization
{
    private protected DepositAuthorization()
    {
    }

    internal static DepositAuthorization Read(JsonMembers members) =>
        members.Has(DepositPermit2Authorization.MemberName)
            ? DepositPermit2Authorization.ReadFrom(members.Object(DepositPermit2Authorization.MemberName))
            : DepositEip3009Authorization.ReadFrom(members.Object(DepositEip3009Authorization.MemberName));

    internal abstract void Write(JsonTextWriter writer);
}
