using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Simulator.Protocol.Attestation;

/// <summary>Checks attestation documents as the chain's precompile does, naming the first rule that breaks.</summary>
/// <remarks>
/// protocol: TEE precompile, verifyAttestation; its order, limits and omissions are kept. Not looked at: algorithm in
/// the protected header, digest, module id, public key, nonce, prefixes of the user data, lengths and zeros of
/// registers, revocation. Pure: time is an argument, nothing is fetched.
/// </remarks>
public static class AttestationVerifier
{
    public const int MaximumDocumentLength = 16_384;
    public const int MaximumPartLength = 8192;

    /// <summary>2025-01-31T00:00:00Z in Unix milliseconds.</summary>
    public const ulong MinimumTimestamp = 1_738_281_600_000;

    public const long MaximumAgeSeconds = 300;
    public const long MaximumSkewSeconds = 60;

    /// <param name="document">COSE_Sign1, binary.</param>
    /// <param name="signingKey">SubjectPublicKeyInfo the document must bind.</param>
    /// <param name="tlsCertificate">DER the document must bind.</param>
    /// <param name="rootPem">PEM text of the trusted root; empty means the real vendor's.</param>
    /// <param name="blockTime">Unix seconds.</param>
    public static AttestationCheck Verify(
        ReadOnlyMemory<byte> document,
        ReadOnlyMemory<byte> signingKey,
        ReadOnlyMemory<byte> tlsCertificate,
        string rootPem,
        long blockTime) =>
        Verify(document, signingKey, tlsCertificate, rootPem, blockTime, VerifyUnbound);

    /// <summary>Everything but the binding to given keys: for readers who only have the document.</summary>
    public static AttestationCheck VerifyUnbound(ReadOnlyMemory<byte> document, string rootPem, long blockTime)
    {
        AttestationVerdict sizes = CheckSizes(document.Length, 1, 1, rootPem.Length);
        if (sizes != AttestationVerdict.Valid)
        {
            return new AttestationCheck(sizes, payload: null);
        }

        AttestationVerdict decoding = CoseSign1.TryDecode(document, out CoseSign1? envelope);
        if (envelope is null)
        {
            return new AttestationCheck(decoding, payload: null);
        }

        if (!AttestationPayload.TryDecode(envelope.Payload, out AttestationPayload? payload))
        {
            return new AttestationCheck(AttestationVerdict.PayloadMalformed, payload: null);
        }

        return CheckStatement(envelope, payload, rootPem, blockTime);
    }

    internal static AttestationCheck Verify(
        ReadOnlyMemory<byte> document,
        ReadOnlyMemory<byte> signingKey,
        ReadOnlyMemory<byte> tlsCertificate,
        string rootPem,
        long blockTime,
        Func<ReadOnlyMemory<byte>, string, long, AttestationCheck> verifyUnbound)
    {
        AttestationVerdict sizes =
            CheckSizes(document.Length, signingKey.Length, tlsCertificate.Length, rootPem.Length);
        if (sizes != AttestationVerdict.Valid)
        {
            return new AttestationCheck(sizes, payload: null);
        }

        AttestationCheck check = verifyUnbound(document, rootPem, blockTime);
        AttestationVerdict binding = check.IsValid
            ? CheckBinding(check.Payload!.UserData ?? default, signingKey.Span, tlsCertificate.Span)
            : check.Verdict;
        return binding == AttestationVerdict.Valid ? check : check with { Verdict = binding };
    }

    private static AttestationCheck CheckStatement(
        CoseSign1 envelope, AttestationPayload payload, string rootPem, long blockTime)
    {
        AttestationVerdict verdict = CheckMembers(payload, blockTime);
        if (verdict != AttestationVerdict.Valid)
        {
            return new AttestationCheck(verdict, payload);
        }

        verdict = CheckSignature(envelope, payload, out Certificate? leaf);
        if (leaf is null || verdict != AttestationVerdict.Valid)
        {
            return new AttestationCheck(verdict, payload);
        }

        verdict = CheckPath(leaf, payload, rootPem, blockTime, out ImmutableArray<Certificate> path);
        return new AttestationCheck(verdict, payload) { Certificates = path };
    }

    private static AttestationVerdict CheckSizes(int document, int signingKey, int tlsCertificate, int root) =>
        (document, signingKey, tlsCertificate, root) switch
        {
            ( > MaximumDocumentLength, _, _, _) => AttestationVerdict.DocumentTooLarge,
            (_, > MaximumPartLength, _, _) => AttestationVerdict.SigningKeyTooLarge,
            (_, _, > MaximumPartLength, _) => AttestationVerdict.TlsCertificateTooLarge,
            (_, _, _, > MaximumPartLength) => AttestationVerdict.RootTooLarge,
            (0, _, _, _) => AttestationVerdict.DocumentEmpty,
            (_, 0, _, _) => AttestationVerdict.SigningKeyEmpty,
            (_, _, 0, _) => AttestationVerdict.TlsCertificateEmpty,
            _ => AttestationVerdict.Valid,
        };

    private static AttestationVerdict CheckMembers(AttestationPayload payload, long blockTime)
    {
        if (!payload.Pcrs.ContainsKey(0))
        {
            return AttestationVerdict.Pcr0Missing;
        }

        if (!payload.Pcrs.ContainsKey(1))
        {
            return AttestationVerdict.Pcr1Missing;
        }

        if (!payload.Pcrs.ContainsKey(2))
        {
            return AttestationVerdict.Pcr2Missing;
        }

        if (payload.Timestamp < MinimumTimestamp)
        {
            return AttestationVerdict.TimestampBeforeMinimum;
        }

        Int128 age = blockTime - (Int128)(payload.Timestamp / 1000);
        return age > MaximumAgeSeconds ? AttestationVerdict.TimestampTooOld
            : -age > MaximumSkewSeconds ? AttestationVerdict.TimestampInFuture
            : AttestationVerdict.Valid;
    }

    private static AttestationVerdict CheckSignature(
        CoseSign1 envelope, AttestationPayload payload, out Certificate? leaf)
    {
        if (!Certificate.TryParse(payload.Certificate, out leaf))
        {
            return AttestationVerdict.LeafMalformed;
        }

        if (!leaf.Key.IsElliptic)
        {
            return AttestationVerdict.LeafKeyNotEcdsa;
        }

        if (!leaf.Key.IsP384)
        {
            return AttestationVerdict.LeafKeyNotP384;
        }

        if (envelope.Signature.Length != P384SigningKey.SignatureLength)
        {
            return AttestationVerdict.SignatureLengthWrong;
        }

        byte[] hash = SHA384.HashData(CoseSign1.SignedBytes(envelope.Protected.Span, envelope.Payload.Span));
        return leaf.Key.VerifyFixedLength(hash, envelope.Signature.Span)
            ? AttestationVerdict.Valid
            : AttestationVerdict.SignatureInvalid;
    }

    private static AttestationVerdict CheckPath(
        Certificate leaf,
        AttestationPayload payload,
        string rootPem,
        long blockTime,
        out ImmutableArray<Certificate> path)
    {
        path = [];
        ImmutableArray<Certificate> roots = rootPem.Length == 0 ? TrustedRoots.AwsNitro : TrustedRoots.Read(rootPem);
        if (roots.IsEmpty)
        {
            return AttestationVerdict.RootMalformed;
        }

        List<Certificate> bundle = [];
        foreach (ReadOnlyMemory<byte> der in payload.CaBundle)
        {
            if (!Certificate.TryParse(der, out Certificate? certificate))
            {
                return AttestationVerdict.BundleCertificateMalformed;
            }

            bundle.Add(certificate);
        }

        CertificatePath search = new(roots, [.. bundle], blockTime);
        AttestationVerdict verdict = search.Find(leaf);
        path = search.Found;
        return verdict;
    }

    private static AttestationVerdict CheckBinding(
        ReadOnlyMemory<byte> userData, ReadOnlySpan<byte> signingKey, ReadOnlySpan<byte> tlsCertificate)
    {
        if (!KeyBinding.TryRead(userData, out KeyBinding binding))
        {
            return AttestationVerdict.UserDataLengthWrong;
        }

        if (!binding.BindsTlsCertificate(tlsCertificate))
        {
            return AttestationVerdict.TlsCertificateMismatch;
        }

        return binding.BindsSigningKey(signingKey) ? AttestationVerdict.Valid : AttestationVerdict.SigningKeyMismatch;
    }
}
