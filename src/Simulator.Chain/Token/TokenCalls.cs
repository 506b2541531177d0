using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Token;

public sealed record Approve(Address Spender, UInt256 Value) : ContractCall
{
    public override string Signature => "approve(address,uint256)";

    public override ulong Gas => GasTable.Approve;
}

public sealed record Transfer(Address To, UInt256 Value) : ContractCall
{
    public override string Signature => "transfer(address,uint256)";

    public override ulong Gas => GasTable.Transfer;
}

public sealed record TransferFrom(Address From, Address To, UInt256 Value) : ContractCall
{
    public override string Signature => "transferFrom(address,address,uint256)";

    public override ulong Gas => GasTable.TransferFrom;
}

/// <summary>EIP-2612: an allowance by signature.</summary>
public sealed record Permit(Address Owner, Address Spender, UInt256 Value, UInt256 Deadline, EthereumSignature Proof)
    : ContractCall
{
    public override string Signature => "permit(address,address,uint256,uint256,uint8,bytes32,bytes32)";

    public override ulong Gas => GasTable.Permit;
}

/// <summary>EIP-3009: a transfer anybody may carry out for its signer. The overload that takes the signature as bytes.</summary>
public sealed record TransferWithAuthorization(TransferAuthorization Authorization, byte[] Proof) : ContractCall
{
    public override string Signature =>
        "transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)";

    public override ulong Gas => GasTable.TransferWithAuthorization;
}

/// <summary>EIP-3009: the overload that takes v, r and s.</summary>
public sealed record TransferWithSplitSignature(TransferAuthorization Authorization, EthereumSignature Proof) : ContractCall
{
    public override string Signature =>
        "transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)";

    public override ulong Gas => GasTable.TransferWithAuthorization;
}

/// <summary>EIP-3009: as a transfer, but only the payee may carry it out.</summary>
public sealed record ReceiveWithAuthorization(TransferAuthorization Authorization, byte[] Proof) : ContractCall
{
    public override string Signature =>
        "receiveWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)";

    public override ulong Gas => GasTable.TransferWithAuthorization;
}

/// <summary>EIP-3009: makes a nonce useless before it is used.</summary>
public sealed record CancelAuthorization(Address Authorizer, Hash32 Nonce, byte[] Proof) : ContractCall
{
    public override string Signature => "cancelAuthorization(address,bytes32,bytes)";

    public override ulong Gas => GasTable.CancelAuthorization;
}
