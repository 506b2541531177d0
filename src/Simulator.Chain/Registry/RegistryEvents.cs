using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Registry;

public sealed record TeeTypeAdded(byte TypeId, string Name) : ContractEvent
{
    public override string Signature => "TEETypeAdded(uint8,string)";
}

public sealed record PcrApproved(Hash32 PcrHash, byte TeeType, string Version) : ContractEvent
{
    public override string Signature => "PCRApproved(bytes32,uint8,string)";
}

public sealed record PcrRevoked(Hash32 PcrHash, byte TeeType) : ContractEvent
{
    public override string Signature => "PCRRevoked(bytes32,uint8)";
}

public sealed record TeeRegistered(Hash32 TeeId, Address Owner, byte TeeType) : ContractEvent
{
    public override string Signature => "TEERegistered(bytes32,address,uint8)";
}

public sealed record TeeDisabled(Hash32 TeeId) : ContractEvent
{
    public override string Signature => "TEEDisabled(bytes32)";
}

public sealed record TeeEnabled(Hash32 TeeId) : ContractEvent
{
    public override string Signature => "TEEEnabled(bytes32)";
}

public sealed record AwsCertificateUpdated(Hash32 CertificateHash) : ContractEvent
{
    public override string Signature => "AWSCertificateUpdated(bytes32)";
}

/// <summary>Carries the time the enclave signed; what counts is the block's.</summary>
public sealed record HeartbeatReceived(Hash32 TeeId, UInt256 Timestamp) : ContractEvent
{
    public override string Signature => "HeartbeatReceived(bytes32,uint256)";
}

public sealed record OhttpConfigUpdated(Hash32 TeeId, byte KeyId) : ContractEvent
{
    public override string Signature => "OHTTPConfigUpdated(bytes32,uint8)";
}

public sealed record OhttpConfigCleared(Hash32 TeeId) : ContractEvent
{
    public override string Signature => "OHTTPConfigCleared(bytes32)";
}
