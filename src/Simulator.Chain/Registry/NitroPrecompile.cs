using System.Text;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Registry;

/// <summary>The precompile with real checks: COSE, certificate chain, freshness and binding; RSA-PSS.</summary>
public sealed class NitroPrecompile : IAttestationPrecompile
{
    public static readonly NitroPrecompile Shared = new();

    private NitroPrecompile()
    {
    }

    public Hash32? VerifyAttestation(
        ReadOnlySpan<byte> document,
        ReadOnlySpan<byte> signingPublicKey,
        ReadOnlySpan<byte> tlsCertificate,
        ReadOnlySpan<byte> rootCertificate,
        ulong blockUnixTime)
    {
        // Whatever was stored is read as PEM text: a root in binary form makes every registration fail, as there.
        AttestationCheck check = AttestationVerifier.Verify(
            document.ToArray(),
            signingPublicKey.ToArray(),
            tlsCertificate.ToArray(),
            Encoding.Latin1.GetString(rootCertificate),
            (long)blockUnixTime);
        return check.IsValid ? check.PcrHash : null;
    }

    public bool VerifyRsaPss(ReadOnlySpan<byte> publicKeyDer, Hash32 messageHash, ReadOnlySpan<byte> signature) =>
        TeeSignature.Verify(publicKeyDer, messageHash, signature);
}
