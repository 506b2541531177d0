using System.Collections.Immutable;

namespace Simulator.Protocol.Attestation;

/// <summary>Looks for a path from a leaf to a trusted root, by the rules of Go's <c>x509.Verify</c>.</summary>
/// <remarks>
/// Depth first, roots before intermediates. Checked per issuer: authority and key usage, signature, unknown critical
/// extensions, validity at the given time, path length; along the whole path, server authentication wherever extended
/// key usages appear. No names, no revocation, no network. Not covered: name constraints (a critical one is refused).
/// </remarks>
internal sealed class CertificatePath(
    ImmutableArray<Certificate> roots, ImmutableArray<Certificate> intermediates, long time)
{
    // The reference gives up there as well; no document of 16 KiB reaches it honestly.
    private const int MaximumSignatureChecks = 100;

    private readonly Dictionary<(Certificate, Certificate), bool> checkedSignatures = [];
    private int signatureChecks;
    private bool isUsageIncompatible;

    /// <summary>Leaf first, root last; empty until a path is found.</summary>
    public ImmutableArray<Certificate> Found { get; private set; } = [];

    public AttestationVerdict Find(Certificate leaf)
    {
        AttestationVerdict verdict = CheckCertificate(leaf, [], isIntermediate: false);
        if (verdict != AttestationVerdict.Valid)
        {
            return verdict;
        }

        verdict = roots.Any(root => root.Der.Span.SequenceEqual(leaf.Der.Span)) ? Accept([leaf]) : Extend([leaf]);
        // A path that only its usages spoil says more than why the search went no further after it.
        return verdict != AttestationVerdict.Valid && isUsageIncompatible ? AttestationVerdict.ChainUsageIncompatible : verdict;
    }

    private AttestationVerdict Extend(ImmutableArray<Certificate> path)
    {
        AttestationVerdict? failure = null;
        AttestationVerdict? hint = null;
        foreach ((Certificate issuer, bool isRoot) in Issuers(path[^1]))
        {
            if (IsIn(path, issuer))
            {
                continue;
            }

            AttestationVerdict signature = CheckSignature(path[^1], issuer);
            if (signature != AttestationVerdict.Valid)
            {
                hint ??= signature;
                continue;
            }

            AttestationVerdict verdict = CheckCertificate(issuer, path, isIntermediate: !isRoot);
            if (verdict == AttestationVerdict.Valid)
            {
                verdict = isRoot ? Accept(path.Add(issuer)) : Extend(path.Add(issuer));
            }

            if (verdict == AttestationVerdict.Valid)
            {
                return verdict;
            }

            failure = verdict;
        }

        return failure ?? hint ?? AttestationVerdict.ChainUnknownAuthority;
    }

    private IEnumerable<(Certificate Issuer, bool IsRoot)> Issuers(Certificate child) =>
        roots.Where(root => IsIssuer(root, child)).Select(root => (root, true))
            .Concat(intermediates.Where(issuer => IsIssuer(issuer, child)).Select(issuer => (issuer, false)));

    private AttestationVerdict CheckSignature(Certificate child, Certificate issuer)
    {
        CertificateExtensions rules = issuer.Extensions;
        bool isAuthority = rules.IsAuthority ?? issuer.Version != 3;
        if (!isAuthority || !rules.AllowsSigningCertificates)
        {
            return AttestationVerdict.ChainIssuerNotAuthorized;
        }

        // Counted even when the answer is known: cross-signed bundles could otherwise span exponentially many paths.
        signatureChecks++;
        return signatureChecks <= MaximumSignatureChecks && IsSigned(child, issuer)
            ? AttestationVerdict.Valid
            : AttestationVerdict.ChainSignatureInvalid;
    }

    private bool IsSigned(Certificate child, Certificate issuer)
    {
        if (!checkedSignatures.TryGetValue((child, issuer), out bool isSigned))
        {
            isSigned = issuer.Key.VerifyCertificate(child.SignatureAlgorithm, child.SignedPart.Span, child.Signature.Span);
            checkedSignatures.Add((child, issuer), isSigned);
        }

        return isSigned;
    }

    private AttestationVerdict CheckCertificate(Certificate certificate, ImmutableArray<Certificate> path, bool isIntermediate)
    {
        CertificateExtensions rules = certificate.Extensions;
        if (rules.HasUnknownCritical)
        {
            return AttestationVerdict.ChainCriticalExtensionUnknown;
        }

        if (time < certificate.NotBefore)
        {
            return AttestationVerdict.ChainCertificateNotYetValid;
        }

        if (time > certificate.NotAfter)
        {
            return AttestationVerdict.ChainCertificateExpired;
        }

        if (isIntermediate && rules.IsAuthority != true)
        {
            return AttestationVerdict.ChainIssuerNotAuthorized;
        }

        // The leaf itself is no intermediate.
        return rules.PathLength is int limit && path.Length - 1 > limit
            ? AttestationVerdict.ChainTooLong
            : AttestationVerdict.Valid;
    }

    private AttestationVerdict Accept(ImmutableArray<Certificate> path)
    {
        if (!path.All(certificate => certificate.Extensions.AllowsServerAuthentication))
        {
            isUsageIncompatible = true;
            return AttestationVerdict.ChainUsageIncompatible;
        }

        Found = path;
        return AttestationVerdict.Valid;
    }

    private static bool IsIssuer(Certificate issuer, Certificate child) => issuer.RawSubject.Span.SequenceEqual(child.RawIssuer.Span);

    private static bool IsIn(ImmutableArray<Certificate> path, Certificate issuer) => path.Any(member =>
        member.RawSubject.Span.SequenceEqual(issuer.RawSubject.Span) && member.Key.Spki.Span.SequenceEqual(issuer.Key.Spki.Span)
        && member.Extensions.AlternativeName.Span.SequenceEqual(issuer.Extensions.AlternativeName.Span));
}
