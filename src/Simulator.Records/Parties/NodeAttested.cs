using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>The hardware vendor vouches for an enclave: its document, and what it binds.</summary>
/// <param name="TeeId">The enclave.</param>
/// <param name="Document">COSE_Sign1 attestation document.</param>
/// <param name="RootPem">The vendor's root certificate.</param>
/// <param name="TlsCertificate">DER; bound by the document together with the signing key.</param>
/// <param name="PcrHash">Hash of the measurements.</param>
/// <param name="BootTime">Unix seconds.</param>
public sealed record NodeAttested(
    Hash32 TeeId,
    byte[] Document,
    string RootPem,
    byte[] TlsCertificate,
    Hash32 PcrHash,
    long BootTime) : Observation;
