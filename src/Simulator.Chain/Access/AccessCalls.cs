using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Access;

/// <summary>Gives a role; only holders of the role's admin role may.</summary>
public sealed record GrantRole(Hash32 Role, Address Account) : ContractCall
{
    public override string Signature => "grantRole(bytes32,address)";

    public override ulong Gas => GasTable.Role;
}

public sealed record RevokeRole(Hash32 Role, Address Account) : ContractCall
{
    public override string Signature => "revokeRole(bytes32,address)";

    public override ulong Gas => GasTable.Role;
}

/// <summary>Gives up one's own role; the account is repeated so that nobody does it by mistake.</summary>
public sealed record RenounceRole(Hash32 Role, Address CallerConfirmation) : ContractCall
{
    public override string Signature => "renounceRole(bytes32,address)";

    public override ulong Gas => GasTable.Role;
}
