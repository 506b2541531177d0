using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Verification;

public sealed record RegistryUpdated(Address OldRegistry, Address NewRegistry) : ContractEvent
{
    public override string Signature => "RegistryUpdated(address,address)";
}
