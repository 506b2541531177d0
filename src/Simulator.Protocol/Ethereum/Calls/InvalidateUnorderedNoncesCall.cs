namespace Simulator.Protocol.Ethereum;

/// <summary>Permit2 <c>invalidateUnorderedNonces</c>: marks nonces of the caller as used.</summary>
/// <param name="Target">The contract.</param>
/// <param name="Word">Word position.</param>
/// <param name="Mask">Bits to set.</param>
public sealed record InvalidateUnorderedNoncesCall(Address Target, UInt256 Word, UInt256 Mask) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("invalidateUnorderedNonces(uint256,uint256)");

    public override Selector Selector => Function;

    internal static InvalidateUnorderedNoncesCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Number(), arguments.Number());

    protected override void WriteArguments(AbiWriter writer) =>
        writer.Number(Word).Number(Mask);
}
