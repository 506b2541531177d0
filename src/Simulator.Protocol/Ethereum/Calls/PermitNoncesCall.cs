namespace Simulator.Protocol.Ethereum;

/// <summary>EIP-2612 <c>nonces</c>: the owner's next permit nonce.</summary>
/// <param name="Target">The token.</param>
/// <param name="Owner">Whose nonce.</param>
public sealed record PermitNoncesCall(Address Target, Address Owner) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("nonces(address)");

    public override Selector Selector => Function;

    internal static PermitNoncesCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Address());

    protected override void WriteArguments(AbiWriter writer) =>
        writer.Address(Owner);
}
