namespace Simulator.Protocol.Ethereum;

/// <summary>ERC-20 <c>allowance</c>.</summary>
/// <param name="Target">The token.</param>
/// <param name="Owner">Whose tokens.</param>
/// <param name="Spender">Who may move them.</param>
public sealed record AllowanceCall(Address Target, Address Owner, Address Spender) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("allowance(address,address)");

    public override Selector Selector => Function;

    internal static AllowanceCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Address(), arguments.Address());

    protected override void WriteArguments(AbiWriter writer) =>
        writer.Address(Owner).Address(Spender);
}
