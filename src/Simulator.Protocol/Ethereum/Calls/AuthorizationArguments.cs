namespace Simulator.Protocol.Ethereum;

/// <summary>The six members every EIP-3009 function begins with.</summary>
internal static class AuthorizationArguments
{
    public static void Write(AbiWriter writer, TransferAuthorization authorization) =>
        writer.Address(authorization.From)
            .Address(authorization.To)
            .Number(authorization.Value)
            .Number(authorization.ValidAfter)
            .Number(authorization.ValidBefore)
            .Word(authorization.Nonce);

    public static TransferAuthorization Read(ref AbiReader arguments) =>
        new(
            arguments.Address(),
            arguments.Address(),
            arguments.Number(),
            arguments.Number(),
            arguments.Number(),
            arguments.Word());
}
