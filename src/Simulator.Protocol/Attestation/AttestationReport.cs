using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Simulator.Protocol.Attestation;

/// <summary>A document as a person reads it: what it says, whom it binds, and whether it holds at a time.</summary>
/// <remarks>What <c>opgsim attest</c> prints. Without given keys the binding is stated, not checked.</remarks>
public sealed record AttestationReport
{
    private const int NameWidth = 13;
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const int MaximumTextLength = 2 * AttestationVerifier.MaximumDocumentLength;

    private AttestationReport(AttestationCheck check, long time, ImmutableArray<CertificateSummary> certificates)
    {
        Check = check;
        Time = time;
        Certificates = certificates;
    }

    public AttestationCheck Check { get; }

    /// <summary>The instant of the verdict, Unix seconds.</summary>
    public long Time { get; }

    /// <summary>Leaf, then the bundle from its last certificate to its first; whatever of them can be read.</summary>
    public ImmutableArray<CertificateSummary> Certificates { get; }

    /// <summary>Reads a file's content, binary or Base64 (line breaks allowed), and checks it.</summary>
    /// <param name="file">Binary or text.</param>
    /// <param name="rootPem">PEM of the trusted root; empty for the real vendor's.</param>
    /// <param name="time">Unix seconds to check at.</param>
    /// <param name="signingKey">SubjectPublicKeyInfo that must be bound; empty to leave the binding open.</param>
    /// <param name="tlsCertificate">DER that must be bound; empty to leave the binding open.</param>
    public static AttestationReport Of(
        ReadOnlyMemory<byte> file,
        string rootPem,
        long time,
        ReadOnlyMemory<byte> signingKey = default,
        ReadOnlyMemory<byte> tlsCertificate = default)
    {
        ReadOnlyMemory<byte> document = Unwrap(file);
        AttestationCheck check = signingKey.IsEmpty && tlsCertificate.IsEmpty
            ? AttestationVerifier.VerifyUnbound(document, rootPem, time)
            : AttestationVerifier.Verify(document, signingKey, tlsCertificate, rootPem, time);
        return new AttestationReport(check, time, Summaries(check.Payload));
    }

    /// <summary>Lines of name and value, for a terminal.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        if (Check.Payload is AttestationPayload payload)
        {
            Describe(text, payload);
        }

        foreach (CertificateSummary certificate in Certificates)
        {
            string validity = Instant(certificate.NotBefore) + " .. " + Instant(certificate.NotAfter);
            Line(text, "certificate", validity + "  " + certificate.Subject);
        }

        Line(text, "checked at", Instant(Time));
        Line(text, "verdict", Check.IsValid ? "valid" : "refused: " + Check.Verdict);
        return text.ToString();
    }

    private static void Describe(StringBuilder text, AttestationPayload payload)
    {
        Line(text, "module id", Printable(payload.ModuleId));
        Line(text, "digest", Printable(payload.Digest));
        string instant = Instant(payload.Timestamp / 1000);
        Line(text, "timestamp", FormattableString.Invariant($"{payload.Timestamp} ms, {instant}"));
        foreach ((int index, ImmutableArray<byte> value) in payload.Pcrs)
        {
            Line(text, FormattableString.Invariant($"PCR{index}"), Convert.ToHexStringLower(value.AsSpan()));
        }

        if (payload.Measurements is EnclaveMeasurements measurements)
        {
            Line(text, "PCR hash", measurements.Hash.ToString());
        }

        DescribeBinding(text, payload.UserData ?? default);
    }

    private static void DescribeBinding(StringBuilder text, ReadOnlyMemory<byte> userData)
    {
        if (KeyBinding.TryRead(userData, out KeyBinding binding))
        {
            string tls = Convert.ToHexStringLower(binding.TlsCertificateSha256);
            string key = Convert.ToHexStringLower(binding.SigningKeySha256);
            Line(text, "binds", "TLS certificate with SHA-256 " + tls);
            Line(text, "binds", "signing key with SHA-256     " + key);
        }
        else
        {
            int length = userData.Length;
            Line(text, "binds", FormattableString.Invariant($"nothing: user data of {length} bytes, not {KeyBinding.Length}"));
        }
    }

    private static void Line(StringBuilder text, string name, string value) =>
        text.Append(name.PadRight(NameWidth)).Append(value).Append('\n');

    private static ImmutableArray<CertificateSummary> Summaries(AttestationPayload? payload)
    {
        ImmutableArray<CertificateSummary>.Builder summaries = ImmutableArray.CreateBuilder<CertificateSummary>();
        if (payload is not null)
        {
            foreach (ReadOnlyMemory<byte> der in payload.CaBundle.Reverse().Prepend(payload.Certificate))
            {
                if (Certificate.TryParse(der, out Certificate? certificate))
                {
                    summaries.Add(certificate.Summary);
                }
            }
        }

        return summaries.ToImmutable();
    }

    /// <summary>
    /// The binary document; text that is not Base64 is handed on as it is and refused as an envelope.
    /// </summary>
    private static ReadOnlyMemory<byte> Unwrap(ReadOnlyMemory<byte> file)
    {
        if (file.Length > MaximumTextLength || file.Span.ContainsAnyExceptInRange((byte)'\t', (byte)'~'))
        {
            return file;
        }

        byte[] buffer = new byte[file.Length];
        return Convert.TryFromBase64String(Encoding.ASCII.GetString(file.Span), buffer, out int written)
            ? buffer.AsMemory(0, written)
            : file;
    }

    private static string Instant(ulong seconds) =>
        seconds <= long.MaxValue ? Instant((long)seconds) : "beyond the calendar";

    private static string Instant(long seconds) =>
        seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).ToString(InstantFormat, CultureInfo.InvariantCulture)
            : "beyond the calendar";

    /// <summary>Text of a stranger, without the control characters a terminal would obey.</summary>
    private static string Printable(string text) =>
        string.Concat(text.Select(unit => char.IsControl(unit) ? '?' : unit));
}
