namespace Simulator.Protocol.Attestation;

/// <summary>
/// How the check of an attestation document ends: valid, or the first rule it breaks, in the order of the rules.
/// </summary>
/// <remarks>protocol: TEE precompile, verifyAttestation. The chain itself only answers true or false.</remarks>
public enum AttestationVerdict
{
    Unset = 0,
    Valid,

    /// <summary>Document beyond 16 384 bytes.</summary>
    DocumentTooLarge,

    /// <summary>Signing key beyond 8192 bytes.</summary>
    SigningKeyTooLarge,

    /// <summary>TLS certificate beyond 8192 bytes.</summary>
    TlsCertificateTooLarge,

    /// <summary>Root beyond 8192 bytes.</summary>
    RootTooLarge,

    DocumentEmpty,
    SigningKeyEmpty,
    TlsCertificateEmpty,

    /// <summary>Not one CBOR array of four items.</summary>
    EnvelopeMalformed,

    ProtectedHeaderMalformed,
    UnprotectedHeaderMalformed,
    PayloadNotBytes,
    SignatureNotBytes,

    /// <summary>The payload is no CBOR map, or one of its known members has another type.</summary>
    PayloadMalformed,

    Pcr0Missing,
    Pcr1Missing,
    Pcr2Missing,

    /// <summary>Before 2025-01-31T00:00:00Z.</summary>
    TimestampBeforeMinimum,

    /// <summary>More than 300 s before the block.</summary>
    TimestampTooOld,

    /// <summary>More than 60 s after the block.</summary>
    TimestampInFuture,

    LeafMalformed,
    LeafKeyNotEcdsa,
    LeafKeyNotP384,

    /// <summary>Not 96 bytes.</summary>
    SignatureLengthWrong,

    SignatureInvalid,

    /// <summary>No certificate in the root's PEM text.</summary>
    RootMalformed,

    BundleCertificateMalformed,

    ChainCertificateNotYetValid,
    ChainCertificateExpired,

    /// <summary>An extension is critical and unknown.</summary>
    ChainCriticalExtensionUnknown,

    /// <summary>An issuer is no certificate authority, or its key usage does not allow signing certificates.</summary>
    ChainIssuerNotAuthorized,

    /// <summary>More intermediates than a path length allows.</summary>
    ChainTooLong,

    ChainSignatureInvalid,

    /// <summary>No path from the leaf to a root.</summary>
    ChainUnknownAuthority,

    /// <summary>Extended key usages along the path leave no server authentication.</summary>
    ChainUsageIncompatible,

    /// <summary>User data is not 68 bytes.</summary>
    UserDataLengthWrong,

    /// <summary>The document was made for another TLS certificate.</summary>
    TlsCertificateMismatch,

    /// <summary>The document was made for another signing key.</summary>
    SigningKeyMismatch,
}
