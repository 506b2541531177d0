using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Access;

/// <summary>Gives a role; only holders of the role's admin role may.</summary>
public sealed record GrantRoleCall(Address Target, Hash32 Role, Address Account) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("grantRole(bytes32,address)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.Role;

    internal static GrantRoleCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Word(), arguments.Address());

    protected override void WriteArguments(AbiWriter writer) => writer.Word(Role).Address(Account);
}

/// <summary>Takes a role away; only holders of the role's admin role may.</summary>
public sealed record RevokeRoleCall(Address Target, Hash32 Role, Address Account) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("revokeRole(bytes32,address)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.Role;

    internal static RevokeRoleCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Word(), arguments.Address());

    protected override void WriteArguments(AbiWriter writer) => writer.Word(Role).Address(Account);
}

/// <summary>Gives up one's own role; the account is repeated so that nobody does it by mistake.</summary>
public sealed record RenounceRoleCall(Address Target, Hash32 Role, Address CallerConfirmation) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("renounceRole(bytes32,address)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.Role;

    internal static RenounceRoleCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Word(), arguments.Address());

    protected override void WriteArguments(AbiWriter writer) => writer.Word(Role).Address(CallerConfirmation);
}
