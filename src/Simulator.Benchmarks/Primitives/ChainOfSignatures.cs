using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Simulator.Primitives;
using Simulator.Protocol.Attestation;

namespace Simulator.Benchmarks.Primitives;

/// <summary>
/// The signatures an attestation check cannot avoid, and nothing else: the document's own and one per certificate, with
/// every key, signed part and signature taken out beforehand.
/// </summary>
public sealed class ChainOfSignatures
{
    private readonly ImmutableArray<Step> steps;

    /// <param name="document">A valid document whose bundle runs from the root down.</param>
    public ChainOfSignatures(ReadOnlyMemory<byte> document)
    {
        Invariant.That(CoseSign1.TryDecode(document, out CoseSign1? envelope) == AttestationVerdict.Valid);
        Invariant.That(AttestationPayload.TryDecode(envelope!.Payload, out AttestationPayload? payload));
        ReadOnlyMemory<byte>[] path = [.. payload!.CaBundle, payload.Certificate];
        List<Step> found =
        [
            new(
                KeyOf(payload.Certificate),
                CoseSign1.SignedBytes(envelope.Protected.Span, envelope.Payload.Span),
                envelope.Signature.ToArray(),
                DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
        ];
        for (int i = 1; i < path.Length; i++)
        {
            found.Add(StepOf(path[i - 1], path[i]));
        }

        steps = [.. found];
    }

    /// <summary>How many signatures one check holds.</summary>
    public int Count => steps.Length;

    public bool Verify()
    {
        bool isValid = true;
        foreach (Step step in steps)
        {
            isValid &= step.Key.VerifyData(step.SignedPart, step.Signature, HashAlgorithmName.SHA384, step.Format);
        }

        return isValid;
    }

    private static Step StepOf(ReadOnlyMemory<byte> issuer, ReadOnlyMemory<byte> subject)
    {
        AsnReader certificate = new AsnReader(subject, AsnEncodingRules.DER).ReadSequence();
        byte[] signedPart = certificate.ReadEncodedValue().ToArray();
        certificate.ReadEncodedValue();
        byte[] signature = certificate.ReadBitString(out _);
        return new Step(KeyOf(issuer), signedPart, signature, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static ECDsa KeyOf(ReadOnlyMemory<byte> certificate)
    {
        using X509Certificate2 loaded = X509CertificateLoader.LoadCertificate(certificate.Span);
        return loaded.GetECDsaPublicKey()!;
    }

    private sealed record Step(ECDsa Key, byte[] SignedPart, byte[] Signature, DSASignatureFormat Format);
}
