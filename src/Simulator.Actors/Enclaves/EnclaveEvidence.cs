using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Enclaves;

/// <summary>The attestation document of one boot and what belongs to it.</summary>
/// <param name="Document">COSE_Sign1.</param>
/// <param name="RootPem">The vendor's root certificate.</param>
/// <param name="TlsCertificate">DER.</param>
/// <param name="PcrHash">Hash of the measurements.</param>
/// <param name="BootTime">Unix seconds.</param>
public sealed record EnclaveEvidence(byte[] Document, string RootPem, byte[] TlsCertificate, Hash32 PcrHash, long BootTime);
