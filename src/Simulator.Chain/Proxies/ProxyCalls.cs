using Simulator.Chain.Execution;
using Simulator.Chain.Permit2;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Proxies;

/// <summary>What the payer of an exact payment signed beside the permit. The payment counts from ValidAfter on.</summary>
public sealed record ExactWitness(Address To, UInt256 ValidAfter);

/// <summary>What the payer of an upto payment signed beside the permit: only this facilitator may settle.</summary>
public sealed record UptoWitness(Address To, Address Facilitator, UInt256 ValidAfter);

/// <summary>A token approval by signature that a settlement carries with it; r and s stand before v in the call.</summary>
public sealed record Eip2612Permit(UInt256 Value, UInt256 Deadline, EthereumSignature Proof);

public sealed record ExactSettle(PermittedTransfer Permit, Address Owner, ExactWitness Witness, byte[] Proof) : ContractCall
{
    public override string Signature => "settle(((address,uint256),uint256,uint256),address,(address,uint256),bytes)";

    public override ulong Gas => GasTable.Settle;
}

public sealed record ExactSettleWithPermit(Eip2612Permit Approval, ExactSettle Settlement) : ContractCall
{
    public override string Signature =>
        "settleWithPermit((uint256,uint256,bytes32,bytes32,uint8),((address,uint256),uint256,uint256),address,"
        + "(address,uint256),bytes)";

    public override ulong Gas => GasTable.SettleWithPermit;
}

/// <summary>Settles an amount of at most the permitted one.</summary>
public sealed record UptoSettle(PermittedTransfer Permit, UInt256 Amount, Address Owner, UptoWitness Witness, byte[] Proof)
    : ContractCall
{
    public override string Signature =>
        "settle(((address,uint256),uint256,uint256),uint256,address,(address,address,uint256),bytes)";

    public override ulong Gas => GasTable.Settle;
}

public sealed record UptoSettleWithPermit(Eip2612Permit Approval, UptoSettle Settlement) : ContractCall
{
    public override string Signature =>
        "settleWithPermit((uint256,uint256,bytes32,bytes32,uint8),((address,uint256),uint256,uint256),uint256,address,"
        + "(address,address,uint256),bytes)";

    public override ulong Gas => GasTable.SettleWithPermit;
}
