using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts;

/// <summary>How the hashes of the answer reached the chain.</summary>
public abstract record ReceiptEvidence
{
    internal static ReceiptEvidence From(JsonMembers members) =>
        members.OneOf("type", "private", "batch", "individual") switch
        {
            "batch" => BatchEvidence.ReadFrom(members),
            "individual" => IndividualEvidence.ReadFrom(members),
            _ => new PrivateEvidence(),
        };

    internal abstract void Write(JsonTextWriter writer);

    /// <summary>Evidence in the receipt's words: the payment header's type.</summary>
    private protected static string Word(SettlementType type) => type.HeaderText();
}

/// <summary>Not at all, because the client wanted it so.</summary>
public sealed record PrivateEvidence : ReceiptEvidence
{
    internal override void Write(JsonTextWriter writer) =>
        writer.Object("evidence").Text("type", Word(SettlementType.Private)).End();
}

/// <summary>As one leaf of a batch.</summary>
/// <param name="Root">Root of the batch tree.</param>
/// <param name="Size">Rows of the batch.</param>
/// <param name="Proof">Siblings from the leaf to the root.</param>
/// <param name="Blob">The dump of the tree.</param>
/// <param name="Relay">The relay contract.</param>
/// <param name="Transaction">The call of <c>batchSettle</c>.</param>
public sealed record BatchEvidence(
    Hash32 Root,
    long Size,
    IReadOnlyList<Hash32> Proof,
    BlobId Blob,
    Address Relay,
    ReceiptTransaction Transaction) : ReceiptEvidence
{
    internal static BatchEvidence ReadFrom(JsonMembers members) => new(
        members.Hash("root"),
        members.Whole("size"),
        members.List("proof", 0, ReadNode),
        members.Blob("blobId"),
        members.Address("relay"),
        ReceiptTransaction.From(members.Object("transaction")));

    internal override void Write(JsonTextWriter writer)
    {
        writer.Object("evidence")
            .Text("type", Word(SettlementType.Batch))
            .Text("root", Root.ToString())
            .Integer("size", Size)
            .List("proof");
        foreach (Hash32 node in Proof)
        {
            writer.Text(null, node.ToString());
        }

        writer.EndList().Text("blobId", Blob.ToString()).Address("relay", Relay);
        Transaction.Write(writer);
        writer.End();
    }

    private static Hash32 ReadNode(JsonMembers node)
    {
        string text = node.OwnText();
        bool isHash = text.Length == 66 & Hash32.TryParse(text, out Hash32 hash);
        if (!isHash)
        {
            node.Refuse(ParseProblem.OutOfRange, "hash");
        }

        return hash;
    }
}

/// <summary>In a transaction of its own, with request and answer published.</summary>
/// <param name="EthAddress">Who is said to have paid.</param>
/// <param name="Blob">Request and answer in plain text.</param>
/// <param name="Relay">The relay contract.</param>
/// <param name="Transaction">The call of <c>settleIndividual</c>.</param>
public sealed record IndividualEvidence(
    Address EthAddress,
    BlobId Blob,
    Address Relay,
    ReceiptTransaction Transaction) : ReceiptEvidence
{
    internal static IndividualEvidence ReadFrom(JsonMembers members) => new(
        members.Address("ethAddress"),
        members.Blob("blobId"),
        members.Address("relay"),
        ReceiptTransaction.From(members.Object("transaction")));

    internal override void Write(JsonTextWriter writer)
    {
        writer.Object("evidence")
            .Text("type", Word(SettlementType.Individual))
            .Address("ethAddress", EthAddress)
            .Text("blobId", Blob.ToString())
            .Address("relay", Relay);
        Transaction.Write(writer);
        writer.End();
    }
}
