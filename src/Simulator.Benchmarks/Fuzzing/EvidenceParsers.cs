using System.Text;
using Simulator.Benchmarks.Samples;
using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Receipts;
using Simulator.Protocol.Settlement;
using Simulator.Protocol.X402;

namespace Simulator.Benchmarks.Fuzzing;

/// <summary>Settlement headers and calls, tree dumps, blob ids, receipts.</summary>
internal static class EvidenceParsers
{
    private static readonly Address Relay = new([.. Enumerable.Repeat((byte)0x51, 20)]);
    private static readonly BlobId Blob = BlobId.Of("blob"u8);
    private static readonly ReceiptTrust Trust = ReceiptTrust.Of(SampleEnclave.Vendor.RootPem);

    public static IEnumerable<FuzzedParser> All { get; } =
    [
        new("settlement type header", Type, ["batch"u8.ToArray(), " Pivate "u8.ToArray(), "individual"u8.ToArray()]),
        new("settlement data header, batch", input => Data(SettlementType.Batch, input), [SampleSettlements.BatchHeader]),
        new(
            "settlement data header, individual",
            input => Data(SettlementType.Individual, input),
            [SampleSettlements.IndividualHeader]),
        new(
            "batch settlement call",
            input => BatchSettleCall.TryDecode(Relay, input, out BatchSettleCall? call)
                ? Fate(call.Encode().Length)
                : FuzzedParser.Malformed,
            [BatchSettleCall.Of(Relay, Keccak256.HashText("root"), 20, Blob).Encode()]),
        new(
            "individual settlement call",
            input => SettleIndividualCall.TryDecode(Relay, input, out SettleIndividualCall? call)
                ? Fate(call.Encode().Length)
                : FuzzedParser.Malformed,
            [SettleIndividualCall.Of(Relay, SampleSettlements.Rows[0], Relay, Blob).Encode()]),
        new(
            "batch tree dump",
            input => BatchTree.TryLoad(input, out BatchTree? tree, out BatchDumpRefusal refusal)
                ? Fate(tree.DumpJson().Length)
                : refusal.ToString(),
            [SampleSettlements.Dump]),
        new(
            "blob id",
            input => BlobId.TryParse(Encoding.UTF8.GetString(input), out BlobId read, out BlobIdRefusal refusal)
                ? Fate(read.ToString().Length)
                : refusal.ToString(),
            [Encoding.ASCII.GetBytes(Blob.ToString())]),
        new("receipt", Receipt, [SampleReceipts.Batch.ToJson()]),
    ];

    private static string? Type(byte[] input) =>
        SettlementTypes.TryParse(Encoding.UTF8.GetString(input), out _, out SettlementDataRefusal? refusal)
            ? null
            : refusal!.Error.ToString();

    private static string? Data(SettlementType type, byte[] input)
    {
        if (!SettlementData.TryParse(type, Encoding.Latin1.GetString(input), out SettlementData? data, out SettlementDataRefusal? refusal)
            || !data.TryRow(out _, out refusal))
        {
            return refusal.Error.ToString();
        }

        return Fate(data.Header().Length + (type == SettlementType.Individual ? IndividualBlob.Json(data).Length : 0));
    }

    // What can be read is also checked; the checks meet every value that reading lets through.
    private static string? Receipt(byte[] input)
    {
        Parsed<Receipt> parsed = Protocol.Receipts.Receipt.Read(input);
        if (!parsed.TryGet(out Receipt? receipt))
        {
            return parsed.Refusal.Problem.ToString();
        }

        LinkResult? broken = ReceiptVerifier.FirstBroken(ReceiptVerifier.Check(receipt, Trust));
        return broken is null ? null : $"{broken.Link} broken";
    }

    private static string? Fate(int length) => length < 0 ? FuzzedParser.Nameless : null;
}
