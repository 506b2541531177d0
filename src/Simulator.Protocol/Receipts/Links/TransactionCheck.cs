using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Receipts.Links;

/// <summary>
/// What any transaction in a receipt must be: well formed, of this hash, chain and target, signed by somebody.
/// </summary>
internal static class TransactionCheck
{
    /// <summary>The call data and the sender; empty where the transaction does not decode.</summary>
    public static (byte[] Call, Address Sender) Require(
        FirstBreak found,
        ReceiptTransaction transaction,
        ulong chainId,
        Address target,
        bool hasRealSignatures)
    {
        bool isDecoded = SignedTransaction.TryDecode(transaction.Raw, out SignedTransaction? signed);
        Address sender = default;
        found
            .Require(isDecoded, LinkBreak.TransactionMalformed)
            .Require(() => signed!.Hash() == transaction.Hash, LinkBreak.TransactionHashMismatch)
            .Require(() => signed!.Transaction.ChainId == chainId, LinkBreak.TransactionChainMismatch)
            .Require(() => signed!.Transaction.To == target, LinkBreak.TransactionTargetMismatch)
            .Require(
                () => !hasRealSignatures || signed!.TryRecoverSender(out sender),
                LinkBreak.TransactionSignatureInvalid);
        return (signed?.Transaction.Data ?? [], sender);
    }
}
