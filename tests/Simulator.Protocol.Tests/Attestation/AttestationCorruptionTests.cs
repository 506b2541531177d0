using Simulator.Protocol.Attestation;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Tests.Enclaves;

namespace Simulator.Protocol.Tests.Attestation;

/// <summary>What a changed byte of a document leads to. Deterministic documents make the counts exact.</summary>
public sealed class AttestationCorruptionTests
{
    private const long Seconds = 1_800_000_000;

    private static readonly SimulatedVendor Vendor = new();
    private static readonly EnclaveSigningKey Key = TestKeys.Pool[0];
    private static readonly byte[] Tls = EnclaveTlsCertificate.Make("corruption", "localhost", Seconds);
    private static readonly byte[] Document = Vendor.Attest(new AttestationRequest(
        AttestationRequest.ModuleIdOf("node 0", 0), Forgery.Image, Seconds * 1000, KeyBinding.Encode(Tls, Key.Spki.Span)));

    [Fact]
    public void Every_byte_of_a_document_is_authenticated()
    {
        SortedDictionary<AttestationVerdict, int> counts = [];
        for (int i = 0; i < Document.Length; i++)
        {
            AttestationVerdict verdict = VerdictWith(i, (byte)(Document[i] ^ (1 << (i % 8))));
            counts[verdict] = counts.GetValueOrDefault(verdict) + 1;
        }

        Assert.Equal(
            "EnvelopeMalformed 6, UnprotectedHeaderMalformed 1, PayloadNotBytes 1, PayloadMalformed 91, Pcr0Missing 6, "
            + "TimestampBeforeMinimum 8, TimestampTooOld 2, TimestampInFuture 4, LeafMalformed 167, LeafKeyNotEcdsa 7, "
            + "SignatureInvalid 3666",
            string.Join(", ", counts.Select(pair => $"{pair.Key} {pair.Value}")));
    }

    /// <summary>
    /// The envelope's own bytes outside payload and signature, all 255 other values each. Not authenticated by the
    /// protocol: the unprotected header. Two other values of its one byte pass: null and undefined, which mean empty.
    /// </summary>
    [Fact]
    public void Only_the_unprotected_header_is_not_authenticated()
    {
        int signatureAt = Document.Length - P384SigningKey.SignatureLength;
        int[] frame = [.. Enumerable.Range(0, 10), signatureAt - 2, signatureAt - 1];
        List<(int At, byte Value)> accepted = [];
        int refused = 0;
        foreach (int i in frame)
        {
            for (int value = 0; value < 256; value++)
            {
                if (value != Document[i] && VerdictWith(i, (byte)value) == AttestationVerdict.Valid)
                {
                    accepted.Add((i, (byte)value));
                }
                else
                {
                    refused++;
                }
            }
        }

        Assert.Equal([(6, 0xF6), (6, 0xF7)], accepted);
        Assert.Equal((12 * 256) - 2, refused);
    }

    private static AttestationVerdict VerdictWith(int index, byte value)
    {
        byte[] corrupted = [.. Document];
        corrupted[index] = value;
        return AttestationVerifier.Verify(corrupted, Key.Spki, Tls, Vendor.RootPem, Seconds).Verdict;
    }
}
