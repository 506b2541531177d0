namespace Simulator.Protocol.Ethereum;

/// <summary>EIP-3009 <c>transferWithAuthorization</c>, by whichever overload fits the signature.</summary>
/// <param name="Target">The token.</param>
/// <param name="Authorization">The signed order.</param>
/// <param name="Signature">Exactly 65 bytes select the (v, r, s) overload, anything else the bytes overload.</param>
public sealed record TransferWithAuthorizationCall(
    Address Target, TransferAuthorization Authorization, byte[] Signature)
    : ContractCall(Target)
{
    public static readonly Selector SplitFunction = Selector.Of(
        "transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)");

    public static readonly Selector BytesFunction = Selector.Of(
        "transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)");

    public override Selector Selector => Signature.Length == EthereumSignature.Length ? SplitFunction : BytesFunction;

    internal static TransferWithAuthorizationCall ReadSplit(Address target, ref AbiReader arguments)
    {
        TransferAuthorization authorization = AuthorizationArguments.Read(ref arguments);
        byte v = (byte)(ulong)arguments.Number(8).Low;
        UInt256 r = arguments.Number();
        return new(target, authorization, new EthereumSignature(r, arguments.Number(), v).ToArray());
    }

    internal static TransferWithAuthorizationCall ReadBytes(Address target, ref AbiReader arguments) =>
        new(target, AuthorizationArguments.Read(ref arguments), arguments.Bytes());

    protected override void WriteArguments(AbiWriter writer)
    {
        AuthorizationArguments.Write(writer, Authorization);
        if (Signature.Length != EthereumSignature.Length
            || !EthereumSignature.TryParse(Signature.AsSpan(), out EthereumSignature split))
        {
            writer.Bytes(Signature);
            return;
        }

        writer.Number((ulong)split.V).Number(split.R).Number(split.S);
    }
}
