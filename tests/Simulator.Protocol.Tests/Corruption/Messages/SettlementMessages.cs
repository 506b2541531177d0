using System.Text;

using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;
using Simulator.Protocol.Tests.Settlement;
using Simulator.Protocol.Tests.X402;

namespace Simulator.Protocol.Tests.Corruption.Messages;

/// <summary>Claims about an inference on their way to the chain, and the blobs behind them.</summary>
internal static class SettlementMessages
{
    private static readonly SettlementData Batch = new(
        SettlementSample.Rows[0].TeeId,
        SettlementSample.InputHash.ToString(),
        SettlementSample.OutputHash.ToString(),
        "q6urqw==",
        1770000000UL,
        Individual: null);

    private static readonly SettlementData Individual = Batch with
    {
        Individual = new IndividualSettlementData(
            """{"model":"gpt-5"}""", """{"text":"Hello"}""", Payments.Payer),
    };

    private static readonly BatchTree Tree = BatchTree.Build(SettlementSample.Rows[..2]);
    private static readonly BatchTree ProvenTree =
        BatchTree.Build([.. Enumerable.Range(0, 20).Select(n => SettlementSample.Arbitrary(n))]);

    private static readonly BlobId Blob = BlobId.Of("abc"u8);

    public static IReadOnlyList<MessageType> Types { get; } =
    [
        Header("settlement header, batch, its JSON", SettlementType.Batch, Batch),
        Header("settlement header, individual, its JSON", SettlementType.Individual, Individual),
        new MessageType(
            "settlement header, batch",
            Encoding.ASCII.GetBytes(Batch.Header()),
            JudgeHeader(SettlementType.Batch, Batch, Encoding.Latin1.GetString)),
        new MessageType("batch tree dump", Tree.DumpJson(), JudgeDump),
        new MessageType(
            "batch proof", [.. ProvenTree.Proof(11).SelectMany(node => node.ToArray())], JudgeProof),
        new MessageType("individual blob", IndividualBlob.Json(Individual), JudgeBlob)
        {
            Note = "Judged by the blob id that the chain records.",
        },
        new MessageType("blob id", Encoding.ASCII.GetBytes(Blob.ToString()), JudgeId),
    ];

    private static MessageType Header(string name, SettlementType type, SettlementData sample) => new(
        name, Convert.FromBase64String(sample.Header()), JudgeHeader(type, sample, Convert.ToBase64String));

    private static Func<byte[], Fate> JudgeHeader(SettlementType type, SettlementData sample, Func<byte[], string> text)
    {
        Meaning meaning = Claims(sample).Claims!;
        return bytes =>
        {
            if (!SettlementData.TryParse(
                type, text(bytes), out SettlementData? data, out SettlementDataRefusal? refusal))
            {
                return Fate.Refused(refusal.Error);
            }

            (Meaning? claims, refusal) = Claims(data);
            return claims is null ? Fate.Refused(refusal!.Error) : Fate.Accepted(meaning.FirstDifference(claims));
        };
    }

    // A batch settles the row; individual settlement also stores what was asked and answered, and for whom.
    private static (Meaning? Claims, SettlementDataRefusal? Refusal) Claims(SettlementData data) =>
        data.TryRow(out SettlementRow? row, out SettlementDataRefusal? refusal)
            ? (Meaning.Of(new Claim(row, data.Individual)), null)
            : (null, refusal);

    private static Fate JudgeDump(byte[] bytes) =>
        BatchTree.TryLoad(bytes, out BatchTree? loaded, out BatchDumpRefusal refusal)
            ? Fate.Accepted(loaded.DumpJson().AsSpan().SequenceEqual(Tree.DumpJson()) ? null : "values")
            : Fate.Refused(refusal);

    private static Fate JudgeProof(byte[] bytes)
    {
        Hash32[] nodes = [.. bytes.Chunk(32).Select(node => new Hash32(node))];
        return MerkleTree.Verify(ProvenTree.Rows[11].Leaf(), nodes, ProvenTree.Root)
            ? Fate.Accepted(nodes.SequenceEqual(ProvenTree.Proof(11)) ? null : "proof")
            : Fate.Refused("MerkleProofMismatch");
    }

    private static Fate JudgeBlob(byte[] bytes) =>
        BlobId.Of(bytes) == IndividualBlob.Id(Individual) ? Fate.Same : Fate.Refused("BlobIdMismatch");

    private static Fate JudgeId(byte[] bytes) =>
        BlobId.TryParse(Encoding.Latin1.GetString(bytes), out BlobId id, out BlobIdRefusal refusal)
            ? Fate.Accepted(id == Blob ? null : "id")
            : Fate.Refused(refusal);

    private sealed record Claim(SettlementRow Row, IndividualSettlementData? Individual);
}
