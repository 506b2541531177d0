using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Registry;

/// <summary>
/// The TEE precompile at 0x…0900 (protocol facts §5.1). Pure functions of their arguments; failure is an answer.
/// </summary>
/// <remarks>
/// Injected, so that an answer computed elsewhere can be reused and modelled runs can answer by table.
/// </remarks>
public interface IAttestationPrecompile
{
    /// <summary>Verifies a Nitro attestation document and its binding to signing key and TLS certificate.</summary>
    /// <returns>The measurement hash of a valid document; null for an invalid one.</returns>
    Hash32? VerifyAttestation(
        ReadOnlySpan<byte> document,
        ReadOnlySpan<byte> signingPublicKey,
        ReadOnlySpan<byte> tlsCertificate,
        ReadOnlySpan<byte> rootCertificate,
        ulong blockUnixTime);

    /// <summary>RSA-PSS with SHA-256 and a salt of 32 bytes over SHA-256 of the message hash.</summary>
    bool VerifyRsaPss(ReadOnlySpan<byte> publicKeyDer, Hash32 messageHash, ReadOnlySpan<byte> signature);
}
