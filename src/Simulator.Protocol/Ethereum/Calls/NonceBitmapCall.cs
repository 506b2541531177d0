namespace Simulator.Protocol.Ethereum;

/// <summary>Permit2 <c>nonceBitmap</c>: one word of an owner's used nonces.</summary>
/// <param name="Target">The contract.</param>
/// <param name="Owner">Whose bitmap.</param>
/// <param name="Word">Word position.</param>
public sealed record NonceBitmapCall(Address Target, Address Owner, UInt256 Word) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("nonceBitmap(address,uint256)");

    public override Selector Selector => Function;

    internal static NonceBitmapCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Address(), arguments.Number());

    protected override void WriteArguments(AbiWriter writer) =>
        writer.Address(Owner).Number(Word);
}
