namespace Simulator.Protocol.Receipts.Links;

/// <summary>The verifier came to the same output and accepted it.</summary>
internal static class VerificationLink
{
    public static LinkResult Check(Receipt receipt)
    {
        if (receipt.Verification is not { } verification)
        {
            return LinkResult.Absent(ReceiptLink.Verification, "nobody re-checked this answer");
        }

        FirstBreak found = new FirstBreak()
            .Require(verification.Result == ReceiptVerification.Accepted, LinkBreak.AnswerRejected)
            .Require(verification.OutputHash == receipt.Answer.OutputHash, LinkBreak.VerifiedOutputMismatch);
        return LinkResult.Of(
            ReceiptLink.Verification,
            found.Reason,
            $"{verification.Verifier} states that it accepted the same output, by {verification.Mode}");
    }
}
