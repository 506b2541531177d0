using System.Security.Cryptography;

namespace Simulator.Protocol.Attestation;

/// <summary>
/// Certificate signature algorithms that are checked: ECDSA and RSA PKCS#1 with SHA-2 (RFC 5758, RFC 4055).
/// </summary>
/// <remarks>SHA-1, RSA-PSS and Ed25519 do not occur in enclave chains and verify as false.</remarks>
internal static class SignatureAlgorithms
{
    private const string EcdsaSha256 = "1.2.840.10045.4.3.2";
    private const string EcdsaSha384 = "1.2.840.10045.4.3.3";
    private const string EcdsaSha512 = "1.2.840.10045.4.3.4";
    private const string RsaSha256 = "1.2.840.113549.1.1.11";
    private const string RsaSha384 = "1.2.840.113549.1.1.12";
    private const string RsaSha512 = "1.2.840.113549.1.1.13";

    public static HashAlgorithmName? HashOf(string algorithm) => algorithm switch
    {
        EcdsaSha256 or RsaSha256 => HashAlgorithmName.SHA256,
        EcdsaSha384 or RsaSha384 => HashAlgorithmName.SHA384,
        EcdsaSha512 or RsaSha512 => HashAlgorithmName.SHA512,
        _ => null,
    };

    public static bool IsElliptic(string algorithm) => algorithm is EcdsaSha256 or EcdsaSha384 or EcdsaSha512;
}
