using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Permit2;

/// <summary>Permit2's <c>PermitTransferFrom</c>: token and amount, nonce, deadline.</summary>
internal readonly record struct PermitArguments(Address Token, UInt256 Amount, UInt256 Nonce, UInt256 Deadline)
{
    public static void Write(AbiWriter writer, Permit2Authorization authorization) =>
        writer.Address(authorization.Token)
            .Number(authorization.Amount)
            .Number(authorization.Nonce)
            .Number(authorization.Deadline);

    public static PermitArguments Read(ref AbiReader arguments) =>
        new(arguments.Address(), arguments.Number(), arguments.Number(), arguments.Number());

    /// <summary>On chain the spender is whoever calls Permit2: the proxy.</summary>
    public Permit2Authorization With(Address owner, Address spender, Permit2Witness witness) =>
        new(owner, Token, Amount, spender, Nonce, Deadline, witness);
}
