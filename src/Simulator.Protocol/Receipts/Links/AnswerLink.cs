using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;

namespace Simulator.Protocol.Receipts.Links;

/// <summary>The enclave signed this output for this request at this time.</summary>
internal static class AnswerLink
{
    public static LinkResult Check(Receipt receipt)
    {
        ReceiptAnswer answer = receipt.Answer;
        Hash32 message = TeeMessage.OfAnswer(receipt.Request.Hash, answer.OutputHash, answer.Timestamp);
        FirstBreak found = new FirstBreak()
            .Require(OutputString.Hash(answer.Output) == answer.OutputHash, LinkBreak.OutputHashMismatch)
            .Require(
                () => !receipt.HasRealSignatures
                    || TeeSignature.Verify(receipt.Node.PublicKey, message, answer.Signature),
                LinkBreak.AnswerSignatureInvalid);
        string signed = receipt.HasRealSignatures ? "is signed" : "is said to be signed (signature modelled)";
        return LinkResult.Of(
            ReceiptLink.Answer,
            found.Reason,
            $"the output of {answer.Output.Length} characters {signed} by the enclave at {answer.Timestamp}");
    }
}
