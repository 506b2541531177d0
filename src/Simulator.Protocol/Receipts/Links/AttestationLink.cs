using Simulator.Protocol.Attestation;

namespace Simulator.Protocol.Receipts.Links;

/// <summary>A trusted vendor vouches for the enclave's code, its TLS certificate and its signing key.</summary>
internal static class AttestationLink
{
    public static LinkResult Check(Receipt receipt, ReceiptTrust trust, AttestationMemory memory)
    {
        if (receipt.Node.Attestation is not { } attestation)
        {
            return LinkResult.Absent(ReceiptLink.Attestation, "the receipt carries no attestation document");
        }

        if (!trust.Covers(attestation.Root))
        {
            return Broken(LinkBreak.RootNotTrusted, "the document's root is not one that the reader trusts");
        }

        AttestationCheck check = memory.Verify(
            attestation.Document,
            receipt.Node.PublicKey,
            attestation.TlsCertificate,
            attestation.Root,
            attestation.At);
        if (!check.IsValid)
        {
            return Broken(LinkBreak.AttestationRefused, $"refused: {Words.Join(check.Verdict.ToString(), ' ')}");
        }

        FirstBreak found = new FirstBreak()
            .Require(check.PcrHash == attestation.PcrHash, LinkBreak.PcrHashMismatch)
            .Require(attestation.BootTime <= receipt.Answer.Timestamp, LinkBreak.AnsweredBeforeBoot);
        return LinkResult.Of(
            ReceiptLink.Attestation,
            found.Reason,
            $"the vendor attests code {attestation.PcrHash} and this signing key, judged at {attestation.At}");
    }

    private static LinkResult Broken(LinkBreak reason, string account) =>
        LinkResult.Broken(ReceiptLink.Attestation, reason, account);
}
