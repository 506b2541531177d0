using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Registry;

public sealed record SetAwsRootCertificate(byte[] Certificate) : ContractCall
{
    public override string Signature => "setAWSRootCertificate(bytes)";

    public override ulong Gas => GasTable.RegistryAdmin;
}

public sealed record AddTeeType(byte TypeId, string Name) : ContractCall
{
    public override string Signature => "addTEEType(uint8,string)";

    public override ulong Gas => GasTable.RegistryAdmin;
}

public sealed record ApprovePcr(PcrMeasurements Measurements, string Version, byte TeeType) : ContractCall
{
    public override string Signature => "approvePCR((bytes,bytes,bytes),string,uint8)";

    public override ulong Gas => GasTable.RegistryAdmin;
}

/// <summary>Takes an approval back and disables every enabled enclave that runs this measurement, at once.</summary>
public sealed record RevokePcr(Hash32 PcrHash, byte TeeType) : ContractCall
{
    public override string Signature => "revokePCR(bytes32,uint8)";

    public override ulong Gas => GasTable.RegistryAdmin;
}

public sealed record RegisterTeeWithAttestation(
    byte[] Document,
    byte[] SigningPublicKey,
    byte[] TlsCertificate,
    Address PaymentAddress,
    string Endpoint,
    byte TeeType) : ContractCall
{
    public override string Signature => "registerTEEWithAttestation(bytes,bytes,bytes,address,string,uint8)";

    public override ulong Gas => GasTable.RegisterTee;
}

public sealed record RegisterTeeWithAttestationAndOhttpConfig(
    RegisterTeeWithAttestation Registration,
    OhttpKeyTerms Config,
    byte[] ConfigProof) : ContractCall
{
    public override string Signature =>
        "registerTEEWithAttestationAndOHTTPConfig(bytes,bytes,bytes,address,string,uint8,"
        + "(uint8,uint16,uint16,uint16,bytes,bytes),bytes)";

    public override ulong Gas => GasTable.RegisterTee + GasTable.SetOhttpConfig;
}

public sealed record DisableTee(Hash32 TeeId) : ContractCall
{
    public override string Signature => "disableTEE(bytes32)";

    public override ulong Gas => GasTable.EnableTee;
}

public sealed record EnableTee(Hash32 TeeId) : ContractCall
{
    public override string Signature => "enableTEE(bytes32)";

    public override ulong Gas => GasTable.EnableTee;
}

/// <summary>Anybody may relay what the enclave signed: Keccak-256 of its id and a time in Unix seconds.</summary>
public sealed record Heartbeat(Hash32 TeeId, UInt256 Timestamp, byte[] Proof) : ContractCall
{
    public override string Signature => "heartbeat(bytes32,uint256,bytes)";

    public override ulong Gas => GasTable.Heartbeat;
}

public sealed record SetHeartbeatMaxAge(UInt256 Seconds) : ContractCall
{
    public override string Signature => "setHeartbeatMaxAge(uint256)";

    public override ulong Gas => GasTable.RegistryAdmin;
}

/// <summary>Anybody may relay what the enclave signed about its OHTTP key.</summary>
public sealed record SetOhttpConfig(Hash32 TeeId, OhttpKeyTerms Config, byte[] Proof) : ContractCall
{
    public override string Signature => "setOHTTPConfig(bytes32,(uint8,uint16,uint16,uint16,bytes,bytes),bytes)";

    public override ulong Gas => GasTable.SetOhttpConfig;
}

public sealed record ClearOhttpConfig(Hash32 TeeId) : ContractCall
{
    public override string Signature => "clearOHTTPConfig(bytes32)";

    public override ulong Gas => GasTable.EnableTee;
}
