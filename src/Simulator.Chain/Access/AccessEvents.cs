using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Access;

public sealed record RoleGranted(Hash32 Role, Address Account, Address Sender) : ContractEvent
{
    public override string Signature => "RoleGranted(bytes32,address,address)";
}

public sealed record RoleRevoked(Hash32 Role, Address Account, Address Sender) : ContractEvent
{
    public override string Signature => "RoleRevoked(bytes32,address,address)";
}
