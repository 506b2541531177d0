using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Verification;

/// <summary>Points a verifier at another registry; the admin may.</summary>
public sealed record SetRegistryCall(Address Target, Address Registry) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("setRegistry(address)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.RegistryAdmin;

    internal static SetRegistryCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Address());

    protected override void WriteArguments(AbiWriter writer) => writer.Address(Registry);
}
