namespace Simulator.Protocol.Ethereum;

/// <summary>ERC-20 <c>transfer</c> from the caller.</summary>
/// <param name="Target">The token.</param>
/// <param name="To">Recipient.</param>
/// <param name="Amount">Atomic units.</param>
public sealed record TransferCall(Address Target, Address To, UInt256 Amount) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("transfer(address,uint256)");

    public override Selector Selector => Function;

    internal static TransferCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Address(), arguments.Number());

    protected override void WriteArguments(AbiWriter writer) =>
        writer.Address(To).Number(Amount);
}
