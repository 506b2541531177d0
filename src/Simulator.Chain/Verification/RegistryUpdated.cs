using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Verification;

public sealed record RegistryUpdated(Address OldRegistry, Address NewRegistry) : ContractEvent
{
    public override string Signature => "RegistryUpdated(address,address)";
}

public sealed record SetRegistry(Address Registry) : ContractCall
{
    public override string Signature => "setRegistry(address)";

    public override ulong Gas => GasTable.RegistryAdmin;
}
