namespace Simulator.Protocol.Ethereum;

/// <summary>ERC-20 <c>transferFrom</c> on the owner's allowance.</summary>
/// <param name="Target">The token.</param>
/// <param name="From">Owner.</param>
/// <param name="To">Recipient.</param>
/// <param name="Amount">Atomic units.</param>
public sealed record TransferFromCall(Address Target, Address From, Address To, UInt256 Amount) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("transferFrom(address,address,uint256)");

    public override Selector Selector => Function;

    internal static TransferFromCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Address(), arguments.Address(), arguments.Number());

    protected override void WriteArguments(AbiWriter writer) =>
        writer.Address(From).Address(To).Number(Amount);
}
