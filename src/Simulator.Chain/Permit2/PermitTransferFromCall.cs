using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Permit2;

/// <summary>Permit2 <c>permitTransferFrom</c>: a transfer by signature without anything else bound into it.</summary>
/// <param name="Target">Permit2.</param>
/// <param name="Permit">What the owner signed.</param>
/// <param name="To">Recipient.</param>
/// <param name="RequestedAmount">At most the permitted amount.</param>
/// <param name="Owner">The payer.</param>
/// <param name="Signature">The payer's.</param>
public sealed record PermitTransferFromCall(
    Address Target,
    PermittedTransfer Permit,
    Address To,
    UInt256 RequestedAmount,
    Address Owner,
    byte[] Signature) : PricedCall(Target)
{
    public static readonly Selector Function =
        Selector.Of("permitTransferFrom(((address,uint256),uint256,uint256),(address,uint256),address,bytes)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.PermitTransferFrom;

    internal static PermitTransferFromCall Read(Address target, ref AbiReader arguments)
    {
        PermittedTransfer permit = new(arguments.Address(), arguments.Number(), arguments.Number(), arguments.Number());
        return new(target, permit, arguments.Address(), arguments.Number(), arguments.Address(), arguments.Bytes());
    }

    protected override void WriteArguments(AbiWriter writer) =>
        writer.Address(Permit.Token)
            .Number(Permit.Amount)
            .Number(Permit.Nonce)
            .Number(Permit.Deadline)
            .Address(To)
            .Number(RequestedAmount)
            .Address(Owner)
            .Bytes(Signature);
}
