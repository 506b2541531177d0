using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Permit2;

/// <summary>Permit2's own function that the proxies call; the caller is the spender the owner signed for.</summary>
/// <param name="Target">Permit2.</param>
/// <param name="Token">The token.</param>
/// <param name="Amount">The permitted amount.</param>
/// <param name="Nonce">Unordered nonce.</param>
/// <param name="Deadline">Unix seconds, inclusive.</param>
/// <param name="To">Recipient.</param>
/// <param name="RequestedAmount">At most the permitted amount.</param>
/// <param name="Owner">The payer.</param>
/// <param name="WitnessHash">Struct hash of the witness.</param>
/// <param name="WitnessTypeString">See <see cref="Permit2TypedData.WitnessTypeString"/>.</param>
/// <param name="Signature">The payer's.</param>
public sealed record PermitWitnessTransferFromCall(
    Address Target,
    Address Token,
    UInt256 Amount,
    UInt256 Nonce,
    UInt256 Deadline,
    Address To,
    UInt256 RequestedAmount,
    Address Owner,
    Hash32 WitnessHash,
    string WitnessTypeString,
    byte[] Signature)
    : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of(
        "permitWitnessTransferFrom("
        + "((address,uint256),uint256,uint256),(address,uint256),address,bytes32,string,bytes)");

    public override Selector Selector => Function;

    internal static PermitWitnessTransferFromCall Read(Address target, ref AbiReader arguments) =>
        new(
            target,
            arguments.Address(),
            arguments.Number(),
            arguments.Number(),
            arguments.Number(),
            arguments.Address(),
            arguments.Number(),
            arguments.Address(),
            arguments.Word(),
            arguments.Text(),
            arguments.Bytes());

    protected override void WriteArguments(AbiWriter writer) =>
        writer.Address(Token)
            .Number(Amount)
            .Number(Nonce)
            .Number(Deadline)
            .Address(To)
            .Number(RequestedAmount)
            .Address(Owner)
            .Word(WitnessHash)
            .Text(WitnessTypeString)
            .Bytes(Signature);
}
