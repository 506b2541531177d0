namespace Simulator.Protocol.Ethereum;

/// <summary>EIP-3009 <c>receiveWithAuthorization</c> with a bytes signature; only the recipient may call it.</summary>
/// <param name="Target">The token.</param>
/// <param name="Authorization">The signed order.</param>
/// <param name="Signature">The payer's.</param>
public sealed record ReceiveWithAuthorizationCall(
    Address Target, TransferAuthorization Authorization, byte[] Signature)
    : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of(
        "receiveWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)");

    public override Selector Selector => Function;

    internal static ReceiveWithAuthorizationCall Read(Address target, ref AbiReader arguments) =>
        new(target, AuthorizationArguments.Read(ref arguments), arguments.Bytes());

    protected override void WriteArguments(AbiWriter writer)
    {
        AuthorizationArguments.Write(writer, Authorization);
        writer.Bytes(Signature);
    }
}
