namespace Simulator.Protocol.Ethereum;

/// <summary>EIP-3009 <c>authorizationState</c>: whether a nonce is used.</summary>
/// <param name="Target">The token.</param>
/// <param name="Authorizer">Whose nonce.</param>
/// <param name="Nonce">The nonce.</param>
public sealed record AuthorizationStateCall(Address Target, Address Authorizer, Hash32 Nonce) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("authorizationState(address,bytes32)");

    public override Selector Selector => Function;

    internal static AuthorizationStateCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Address(), arguments.Word());

    protected override void WriteArguments(AbiWriter writer) =>
        writer.Address(Authorizer).Word(Nonce);
}
