using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Simulator.Protocol.Attestation;

/// <summary>An X.509 certificate (RFC 5280) as far as path validation looks at it. Times: Unix seconds, inclusive.</summary>
/// <remarks>
/// Read by one strict DER reader on every platform, so that a document's verdict never depends on the machine's
/// certificate store, network or library version.
/// </remarks>
internal sealed class Certificate
{
    public required ReadOnlyMemory<byte> Der { get; init; }

    /// <summary>1, 2 or 3.</summary>
    public required int Version { get; init; }

    public required long NotBefore { get; init; }

    public required long NotAfter { get; init; }

    public CertificateSummary Summary =>
        new(SubjectText(), NotBefore, NotAfter);

    public required ReadOnlyMemory<byte> SignedPart { get; init; }

    public required string SignatureAlgorithm { get; init; }

    public required ReadOnlyMemory<byte> Signature { get; init; }

    public required ReadOnlyMemory<byte> RawIssuer { get; init; }

    public required ReadOnlyMemory<byte> RawSubject { get; init; }

    public required CertificateKey Key { get; init; }

    public required CertificateExtensions Extensions { get; init; }

    /// <summary>False when the bytes are not exactly one well-formed certificate.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out Certificate? certificate) =>
        CertificateReader.TryRead(der, out certificate);

    /// <summary>RFC 4514 text, without the control characters a terminal would obey.</summary>
    private string SubjectText()
    {
        try
        {
            return string.Concat(new X500DistinguishedName(RawSubject.Span).Name.Select(unit => char.IsControl(unit) ? '?' : unit));
        }
        catch (CryptographicException)
        {
            return "#" + Convert.ToHexStringLower(RawSubject.Span);
        }
    }
}
