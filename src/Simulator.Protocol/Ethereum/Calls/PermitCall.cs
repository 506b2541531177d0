namespace Simulator.Protocol.Ethereum;

/// <summary>EIP-2612 <c>permit</c>: sets an allowance by signature.</summary>
/// <param name="Target">The token.</param>
/// <param name="Owner">Whose tokens.</param>
/// <param name="Spender">Who may move them.</param>
/// <param name="Value">The new allowance.</param>
/// <param name="Deadline">Unix seconds.</param>
/// <param name="Signature">The owner's.</param>
public sealed record PermitCall(
    Address Target, Address Owner, Address Spender, UInt256 Value, UInt256 Deadline, EthereumSignature Signature)
    : ContractCall(Target)
{
    public static readonly Selector Function =
        Selector.Of("permit(address,address,uint256,uint256,uint8,bytes32,bytes32)");

    public override Selector Selector => Function;

    internal static PermitCall Read(Address target, ref AbiReader arguments)
    {
        Address owner = arguments.Address();
        Address spender = arguments.Address();
        UInt256 value = arguments.Number();
        UInt256 deadline = arguments.Number();
        byte v = (byte)(ulong)arguments.Number(8).Low;
        UInt256 r = arguments.Number();
        return new(target, owner, spender, value, deadline, new EthereumSignature(r, arguments.Number(), v));
    }

    protected override void WriteArguments(AbiWriter writer) =>
        writer.Address(Owner).Address(Spender).Number(Value).Number(Deadline)
            .Number((ulong)Signature.V).Number(Signature.R).Number(Signature.S);
}
