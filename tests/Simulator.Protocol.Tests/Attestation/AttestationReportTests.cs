using System.Text;
using Simulator.Protocol.Attestation;

namespace Simulator.Protocol.Tests.Attestation;

public sealed class AttestationReportTests
{
    [Fact]
    public void A_genuine_document_is_reported_line_by_line()
    {
        string text = AttestationReport.Of(GenuineDocument.Bytes, string.Empty, GenuineDocument.Seconds).ToString();

        Assert.StartsWith(
            """
            module id    i-0340e0cb833504eb6-enc019c12d31f78864d
            digest       SHA384
            timestamp    1770918962724 ms, 2026-02-12T17:56:02Z
            PCR0
            """,
            text,
            StringComparison.Ordinal);
        Assert.Contains("PCR hash     0x8082af22571613eabd5dad9c7e857c4f16154ded3d387386d8193b53906f6a24\n", text, StringComparison.Ordinal);
        Assert.Contains("binds        TLS certificate with SHA-256 b7355465", text, StringComparison.Ordinal);
        Assert.Contains("certificate  2019-10-28T13:28:05Z .. 2049-10-28T14:28:05Z  CN=aws.nitro-enclaves, OU=AWS, O=Amazon, C=US\n", text, StringComparison.Ordinal);
        Assert.EndsWith("checked at   2026-02-12T17:56:02Z\nverdict      valid\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Base64_with_line_breaks_and_binary_give_the_same_report()
    {
        string wrapped = string.Join("\r\n", GenuineDocument.Text.Chunk(76).Select(line => new string(line))) + "\n";

        Assert.Equal(
            AttestationReport.Of(GenuineDocument.Bytes, string.Empty, GenuineDocument.Seconds).ToString(),
            AttestationReport.Of(Encoding.ASCII.GetBytes(wrapped), string.Empty, GenuineDocument.Seconds).ToString());
    }

    [Fact]
    public void An_old_document_is_refused_by_name_and_still_described()
    {
        string text = AttestationReport.Of(GenuineDocument.Bytes, string.Empty, GenuineDocument.Seconds + 86_400).ToString();

        Assert.Contains("module id    i-0340e0cb833504eb6", text, StringComparison.Ordinal);
        Assert.EndsWith("verdict      refused: TimestampTooOld\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", AttestationVerdict.DocumentEmpty)]
    [InlineData("hello world", AttestationVerdict.EnvelopeMalformed)]
    [InlineData("AAAA", AttestationVerdict.EnvelopeMalformed)]
    public void A_file_that_is_no_document_is_refused_by_name(string content, AttestationVerdict expected)
    {
        Assert.Equal(expected, AttestationReport.Of(Encoding.ASCII.GetBytes(content), string.Empty, 0).Check.Verdict);
    }

    [Fact]
    public void A_file_beyond_every_limit_is_refused_before_it_is_decoded()
    {
        byte[] large = Enumerable.Repeat((byte)'A', 1_000_000).ToArray();

        Assert.Equal(AttestationVerdict.DocumentTooLarge, AttestationReport.Of(large, string.Empty, 0).Check.Verdict);
    }

    [Fact]
    public void Given_keys_are_checked_against_the_binding()
    {
        AttestationReport report = AttestationReport.Of(GenuineDocument.Bytes, string.Empty, GenuineDocument.Seconds, new byte[] { 1 }, new byte[] { 2 });

        Assert.Equal(AttestationVerdict.TlsCertificateMismatch, report.Check.Verdict);
    }
}
