using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Permit2;

/// <summary>A transfer by signature, without anything else bound into it.</summary>
public sealed record PermitTransferFrom(
    PermittedTransfer Permit,
    Address To,
    UInt256 RequestedAmount,
    Address Owner,
    byte[] Proof) : ContractCall
{
    public override string Signature =>
        "permitTransferFrom(((address,uint256),uint256,uint256),(address,uint256),address,bytes)";

    public override ulong Gas => GasTable.PermitTransferFrom;
}

/// <summary>A transfer by a signature that also covers a witness of the spender's own type.</summary>
/// <remarks>Witness is its struct hash; the type string is the tail of the signed type, from <c>Witness witness)</c> on.</remarks>
public sealed record PermitWitnessTransferFrom(
    PermittedTransfer Permit,
    Address To,
    UInt256 RequestedAmount,
    Address Owner,
    Hash32 Witness,
    string WitnessTypeString,
    byte[] Proof) : ContractCall
{
    public override string Signature =>
        "permitWitnessTransferFrom(((address,uint256),uint256,uint256),(address,uint256),address,bytes32,string,bytes)";

    public override ulong Gas => GasTable.PermitTransferFrom;
}

/// <summary>Makes the caller's nonces useless, up to 256 at once.</summary>
public sealed record InvalidateUnorderedNonces(UInt256 Word, UInt256 Mask) : ContractCall
{
    public override string Signature => "invalidateUnorderedNonces(uint256,uint256)";

    public override ulong Gas => GasTable.InvalidateNonces;
}
