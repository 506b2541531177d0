using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;

namespace Simulator.Protocol.Receipts.Links;

/// <summary>
/// The hashes of the answer are in a transaction to the settlement relay, as a leaf or by themselves.
/// </summary>
internal static class EvidenceLink
{
    /// <summary>The on-chain verifier's window around the block's time, in seconds.</summary>
    private const long AgeMax = 3600;
    private const long SkewMax = 300;

    public static LinkResult Check(Receipt receipt) => receipt.Evidence switch
    {
        null => LinkResult.Absent(ReceiptLink.Evidence, "no hash of this answer was settled"),
        PrivateEvidence => LinkResult.Absent(ReceiptLink.Evidence, "private: the client kept the hashes off the chain"),
        BatchEvidence batch => Check(receipt, batch),
        IndividualEvidence individual => Check(receipt, individual),
        _ => throw Invariant.Unreachable(receipt.Evidence),
    };

    private static LinkResult Check(Receipt receipt, BatchEvidence batch)
    {
        FirstBreak found = new FirstBreak().Require(
            () => MerkleTree.Verify(Row(receipt).Leaf(), batch.Proof, batch.Root),
            LinkBreak.MerkleProofMismatch);
        byte[] data = RequireTransaction(found, receipt, batch.Transaction, batch.Relay);
        BatchSettleCall? call = null;
        found
            .Require(() => BatchSettleCall.TryDecode(batch.Relay, data, out call), LinkBreak.TransactionCallMismatch)
            .Require(() => call!.Root == batch.Root, LinkBreak.EvidenceRootMismatch)
            .Require(() => call!.Size == (UInt256)(ulong)batch.Size, LinkBreak.EvidenceSizeMismatch)
            .Require(
                () => call!.BlobId.AsSpan().SequenceEqual(batch.Blob.OnChainBytes()),
                LinkBreak.EvidenceBlobMismatch);
        return LinkResult.Of(
            ReceiptLink.Evidence,
            found.Reason,
            $"{batch.Proof.Count} hashes lead from this answer to the root of a batch of {batch.Size}, settled by " +
            $"{batch.Transaction.Hash}; block {batch.Transaction.BlockNumber} is stated, not proven");
    }

    private static LinkResult Check(Receipt receipt, IndividualEvidence individual)
    {
        FirstBreak found = new();
        byte[] data = RequireTransaction(found, receipt, individual.Transaction, individual.Relay);
        SettleIndividualCall? call = null;
        long age = individual.Transaction.BlockTime - receipt.Answer.Timestamp;
        found
            .Require(
                () => SettleIndividualCall.TryDecode(individual.Relay, data, out call),
                LinkBreak.TransactionCallMismatch)
            .Require(() => call!.Row == Row(receipt), LinkBreak.EvidenceRowMismatch)
            .Require(() => call!.EthAddress == individual.EthAddress, LinkBreak.EvidencePayerMismatch)
            .Require(
                () => call!.BlobId.AsSpan().SequenceEqual(individual.Blob.OnChainBytes()),
                LinkBreak.EvidenceBlobMismatch)
            .Require(age is >= -SkewMax and <= AgeMax, LinkBreak.EvidenceOutsideWindow);
        return LinkResult.Of(
            ReceiptLink.Evidence,
            found.Reason,
            $"transaction {individual.Transaction.Hash} settled this answer alone; " +
            $"block {individual.Transaction.BlockNumber} is stated, not proven");
    }

    private static byte[] RequireTransaction(
        FirstBreak found,
        Receipt receipt,
        ReceiptTransaction transaction,
        Address relay) =>
        TransactionCheck.Require(
            found, transaction, Deployments.OgEvmChainId, relay, receipt.HasRealSignatures).Call;

    private static SettlementRow Row(Receipt receipt) => new(
        receipt.Node.TeeId,
        receipt.Request.Hash,
        receipt.Answer.OutputHash,
        receipt.Answer.Signature,
        (ulong)receipt.Answer.Timestamp);
}
