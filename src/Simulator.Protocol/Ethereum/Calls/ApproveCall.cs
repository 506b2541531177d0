namespace Simulator.Protocol.Ethereum;

/// <summary>ERC-20 <c>approve</c>: sets an allowance.</summary>
/// <param name="Target">The token.</param>
/// <param name="Spender">Who may move the caller's tokens.</param>
/// <param name="Amount">The new allowance.</param>
public sealed record ApproveCall(Address Target, Address Spender, UInt256 Amount) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("approve(address,uint256)");

    public override Selector Selector => Function;

    internal static ApproveCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Address(), arguments.Number());

    protected override void WriteArguments(AbiWriter writer) =>
        writer.Address(Spender).Number(Amount);
}
