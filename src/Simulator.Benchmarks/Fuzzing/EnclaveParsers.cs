using System.Text;
using Simulator.Benchmarks.Samples;
using Simulator.Primitives;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Enclaves;

namespace Simulator.Benchmarks.Fuzzing;

/// <summary>Attestation documents, their payloads, certificates, roots and signing keys.</summary>
internal static class EnclaveParsers
{
    private static readonly byte[] Spki = SampleEnclave.Key.Spki.ToArray();
    private static readonly byte[] PayloadBytes = PayloadOf(SampleEnclave.Document);
    private static readonly AttestationPayload Payload = PayloadFrom(PayloadBytes);

    public static IEnumerable<FuzzedParser> All { get; } =
    [
        new("attestation document", Document, [SampleEnclave.Document]),
        new("attestation report", Report, [Encoding.ASCII.GetBytes(Convert.ToBase64String(SampleEnclave.Document))]),
        new(
            "attestation payload",
            input => AttestationPayload.TryDecode(input, out AttestationPayload? read)
                ? Fate(read.Measurements?.Hash.ToString() ?? "")
                : FuzzedParser.Malformed,
            [PayloadBytes]),
        new(
            "certificate",
            input => Certificate.TryParse(input, out Certificate? read) ? Fate(read.Summary.Subject) : FuzzedParser.Malformed,
            [Payload.Certificate.ToArray(), .. Payload.CaBundle.Select(der => der.ToArray()), SampleEnclave.TlsCertificate]),
        new(
            "root certificates",
            input => TrustedRoots.Read(Encoding.Latin1.GetString(input)).IsEmpty ? FuzzedParser.Malformed : null,
            [Encoding.ASCII.GetBytes(SampleEnclave.Vendor.RootPem)]),
        new(
            "user data of an attestation",
            input => KeyBinding.TryRead(input, out _) ? null : FuzzedParser.Malformed,
            [KeyBinding.Encode(SampleEnclave.TlsCertificate, Spki)]),
        new(
            "enclave signing key",
            input => TeeSignature.Verify(input, default, new byte[EnclaveSigningKey.SignatureLength]) ? null : FuzzedParser.Malformed,
            [Spki]),
    ];

    private static string? Document(byte[] input)
    {
        AttestationVerdict verdict = AttestationVerifier.Verify(
            input, Spki, SampleEnclave.TlsCertificate, SampleEnclave.Vendor.RootPem, SampleEnclave.Now).Verdict;
        return verdict == AttestationVerdict.Valid ? null : verdict.ToString();
    }

    private static string? Report(byte[] input)
    {
        AttestationReport report = AttestationReport.Of(input, SampleEnclave.Vendor.RootPem, SampleEnclave.Now);
        Invariant.That(report.ToString().Length > 0);
        return report.Check.IsValid ? null : report.Check.Verdict.ToString();
    }

    private static byte[] PayloadOf(byte[] document)
    {
        Invariant.That(CoseSign1.TryDecode(document, out CoseSign1? envelope) == AttestationVerdict.Valid);
        return envelope!.Payload.ToArray();
    }

    private static AttestationPayload PayloadFrom(byte[] encoded)
    {
        Invariant.That(AttestationPayload.TryDecode(encoded, out AttestationPayload? payload));
        return payload!;
    }

    private static string? Fate(string shown) => shown.Length < 0 ? shown : null;
}
