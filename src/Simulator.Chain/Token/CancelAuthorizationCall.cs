using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Token;

/// <summary>EIP-3009 <c>cancelAuthorization</c>: makes a nonce useless before it is used.</summary>
/// <param name="Target">The token.</param>
/// <param name="Authorizer">Whose nonce.</param>
/// <param name="Nonce">The nonce.</param>
/// <param name="Signature">The authorizer's.</param>
public sealed record CancelAuthorizationCall(Address Target, Address Authorizer, Hash32 Nonce, byte[] Signature)
    : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("cancelAuthorization(address,bytes32,bytes)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.CancelAuthorization;

    internal static CancelAuthorizationCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Address(), arguments.Word(), arguments.Bytes());

    protected override void WriteArguments(AbiWriter writer) => writer.Address(Authorizer).Word(Nonce).Bytes(Signature);
}
