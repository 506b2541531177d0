using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Simulator.Protocol.Attestation;

namespace Simulator.Protocol.Tests.Attestation;

/// <summary>One way to break each rule, in the order of the rules.</summary>
internal static class Spoilings
{
    private static readonly byte[] EmptyText = [0x60];

    // Rules of one group are broken in the same place, so that two of them cannot be broken at once.
    public static IReadOnlyList<(AttestationVerdict Verdict, string Group, Action<Forgery> Spoil)> InOrder { get; } =
    [
        (AttestationVerdict.DocumentTooLarge, "length", f => f.DocumentEdits.Add(bytes => [.. bytes, .. new byte[16_384]])),
        (AttestationVerdict.SigningKeyTooLarge, "key", f => f.SigningKey = new byte[8193]),
        (AttestationVerdict.TlsCertificateTooLarge, "tls", f => f.TlsCertificate = new byte[8193]),
        (AttestationVerdict.RootTooLarge, "root length", f => f.RootEdits.Add(pem => pem.PadRight(8193))),
        (AttestationVerdict.DocumentEmpty, "length", f => f.DocumentEdits.Add(_ => [])),
        (AttestationVerdict.SigningKeyEmpty, "key", f => f.SigningKey = []),
        (AttestationVerdict.TlsCertificateEmpty, "tls", f => f.TlsCertificate = []),
        (AttestationVerdict.EnvelopeMalformed, "envelope", f => f.DocumentEdits.Add(bytes => [0x83, .. bytes.AsSpan(1)])),
        (AttestationVerdict.ProtectedHeaderMalformed, "protected", f => f.Protected = EmptyText),
        (AttestationVerdict.UnprotectedHeaderMalformed, "unprotected", f => f.Unprotected = EmptyText),
        (AttestationVerdict.PayloadNotBytes, "payload item", f => f.PayloadItem = EmptyText),
        (AttestationVerdict.SignatureNotBytes, "signature", f => f.SignatureItem = EmptyText),
        (AttestationVerdict.PayloadMalformed, "payload", f => f.PayloadByteEdits.Add(bytes => [.. bytes, 0])),
        (AttestationVerdict.Pcr0Missing, "pcr0", f => f.PayloadEdits.Add(p => p with { Pcrs = p.Pcrs.Remove(0) })),
        (AttestationVerdict.Pcr1Missing, "pcr1", f => f.PayloadEdits.Add(p => p with { Pcrs = p.Pcrs.Remove(1) })),
        (AttestationVerdict.Pcr2Missing, "pcr2", f => f.PayloadEdits.Add(p => p with { Pcrs = p.Pcrs.Remove(2) })),
        (AttestationVerdict.TimestampBeforeMinimum, "time", f => f.PayloadEdits.Add(p => p with { Timestamp = 1_738_281_599_999 })),
        (AttestationVerdict.TimestampTooOld, "time", f => f.PayloadEdits.Add(p => p with { Timestamp = (Forgery.Now - 301) * 1000UL })),
        (AttestationVerdict.TimestampInFuture, "time", f => f.PayloadEdits.Add(p => p with { Timestamp = (Forgery.Now + 61) * 1000UL })),
        (AttestationVerdict.LeafMalformed, "leaf", f => f.PayloadEdits.Add(p => p with { Certificate = p.Certificate[..^1] })),
        (AttestationVerdict.LeafKeyNotEcdsa, "leaf key", f => f.LeafKey = RsaKey()),
        (AttestationVerdict.LeafKeyNotP384, "leaf key", f => f.LeafKey = P256Key()),
        (AttestationVerdict.SignatureLengthWrong, "signature", f => f.SignatureEdits.Add(bytes => bytes[..95])),
        (AttestationVerdict.SignatureInvalid, "signature", f => f.SignatureEdits.Add(bytes => [.. bytes.AsSpan(0, 95), (byte)(bytes[95] ^ 1)])),
        (AttestationVerdict.RootMalformed, "root", f => f.RootEdits.Add(pem => pem.Replace("CERTIFICATE", "KEY", StringComparison.Ordinal))),
        (AttestationVerdict.BundleCertificateMalformed, "bundle", f => f.PayloadEdits.Add(p => p with { CaBundle = p.CaBundle.Add(new byte[] { 0x30, 0 }) })),
        (AttestationVerdict.ChainCertificateNotYetValid, "chain", f => f.UpperValidity = (Forgery.Now + 1, Forgery.Now + 1000)),
        (AttestationVerdict.ChainCertificateExpired, "chain", f => f.UpperValidity = (Forgery.Now - 1000, Forgery.Now - 1)),
        (AttestationVerdict.ChainCriticalExtensionUnknown, "chain", f => f.LeafExtensions.Add(new X509Extension("1.2.3.4", [0x05, 0x00], critical: true))),
        (AttestationVerdict.ChainIssuerNotAuthorized, "chain", f => f.LowerExtensions = [new X509BasicConstraintsExtension(false, false, 0, true)]),
        (AttestationVerdict.ChainTooLong, "chain", f => f.UpperPathLength = 0),
        (AttestationVerdict.ChainSignatureInvalid, "chain", f => f.LeafSigner = Forgery.Key("stranger")),
        (AttestationVerdict.ChainUnknownAuthority, "chain", f => f.RootEdits.Insert(0, _ => AwsNitroRoot.Pem)),
        (AttestationVerdict.ChainUsageIncompatible, "chain", f => f.LeafExtensions.Add(ClientAuthentication())),
        (AttestationVerdict.UserDataLengthWrong, "user data", f => f.PayloadEdits.Add(p => p with { UserData = p.UserData!.Value[..67] })),
        (AttestationVerdict.TlsCertificateMismatch, "tls", f => f.TlsCertificate = [.. f.TlsCertificate, 0]),
        (AttestationVerdict.SigningKeyMismatch, "key", f => f.SigningKey = [.. f.SigningKey, 0]),
    ];

    private static X509EnhancedKeyUsageExtension ClientAuthentication() => new([new Oid("1.3.6.1.5.5.7.3.2")], critical: false);

    private static PublicKey RsaKey() =>
        PublicKey.CreateFromSubjectPublicKeyInfo(Enclaves.TestKeys.Pool[0].Spki.Span, out _);

    private static PublicKey P256Key()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new PublicKey(key);
    }
}
