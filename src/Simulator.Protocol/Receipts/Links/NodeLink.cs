using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Receipts.Links;

/// <summary>The enclave's id is Keccak-256 of its public key.</summary>
internal static class NodeLink
{
    public static LinkResult Check(Receipt receipt) => LinkResult.Of(
        ReceiptLink.Node,
        Keccak256.Hash(receipt.Node.PublicKey) == receipt.Node.TeeId ? null : LinkBreak.TeeIdNotOfSigningKey,
        $"the public key of {receipt.Node.PublicKey.Length} bytes hashes to enclave {receipt.Node.TeeId}");
}
