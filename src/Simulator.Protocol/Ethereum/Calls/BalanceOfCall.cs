namespace Simulator.Protocol.Ethereum;

/// <summary>ERC-20 <c>balanceOf</c>.</summary>
/// <param name="Target">The token.</param>
/// <param name="Owner">Whose balance.</param>
public sealed record BalanceOfCall(Address Target, Address Owner) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("balanceOf(address)");

    public override Selector Selector => Function;

    internal static BalanceOfCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Address());

    protected override void WriteArguments(AbiWriter writer) =>
        writer.Address(Owner);
}
