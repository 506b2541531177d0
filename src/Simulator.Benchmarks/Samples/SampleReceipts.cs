using System.Text;
using Simulator.Protocol;
using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.Receipts;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Settlement;
using Simulator.Protocol.X402;

namespace Simulator.Benchmarks.Samples;

/// <summary>A whole receipt with real keys, signatures, document and transactions.</summary>
internal static class SampleReceipts
{
    private const long Now = SampleEnclave.Now + 4000;
    private const string Output = "{\"volatility\": [\"0.2137\"]}";
    private const string Canonical = "{\"model\": \"volatility@1.2\", \"model_inputs\": {\"returns\": [0.01, -0.02]}}";

    private static readonly PrivateKey FacilitatorKey = PrivateKey.FromSeed("benchmark facilitator");
    private static readonly Address Relay = new([.. Enumerable.Repeat((byte)0x51, 20)]);
    private static readonly UInt256 Settled = 30_000_000_000_000_000UL;
    private static readonly UInt256 Cost = 10_000_000_000_000_000UL;

    /// <summary>Paid by a session, attested, verified, settled in a batch, paid out.</summary>
    public static Receipt Batch { get; } = Make();

    private static Receipt Make()
    {
        SignedResponse signed = SignedResponse.Sign(
            SampleEnclave.Key, Encoding.UTF8.GetBytes(Canonical), Output, Now);
        Receipt unsettled = new(
            "req-000042",
            HasRealSignatures: true,
            new ReceiptRequest(Canonical, Keccak256.HashText(Canonical)),
            Payment(),
            new ReceiptModel("volatility@1.2", "quant/volatility", "1.2", BlobId.Of("onnx"u8)),
            Node(),
            new ReceiptAnswer(Output, signed.OutputHash, signed.Timestamp, signed.Signature.ToArray()),
            new ReceiptVerification("reexecute", "verifier-3", ReceiptVerification.Accepted, OutputString.Hash(Output)),
            Evidence: null,
            new ReceiptPayout(Cost, [new ReceiptTransfer(Deployments.GatewayPayee, Relay, Cost, "node")]));
        SettlementRow row = new(
            unsettled.Node.TeeId,
            unsettled.Request.Hash,
            unsettled.Answer.OutputHash,
            unsettled.Answer.Signature,
            (ulong)unsettled.Answer.Timestamp);
        return unsettled with { Evidence = Evidence([.. SampleSettlements.Rows[..7], row]) };
    }

    private static BatchEvidence Evidence(SettlementRow[] rows)
    {
        BatchTree tree = BatchTree.Build(rows);
        BlobId dump = BlobId.Of(tree.DumpJson());
        BatchSettleCall call = BatchSettleCall.Of(Relay, tree.Root, rows.Length, dump);
        return new BatchEvidence(
            tree.Root,
            rows.Length,
            tree.Proof(rows.Length - 1),
            dump,
            Relay,
            Transaction(call, Deployments.OgEvmChainId, Now + 400));
    }

    private static ReceiptPayment Payment()
    {
        Permit2Authorization authorization = SamplePayments.UptoAuthorization with
        {
            Deadline = (ulong)(Now + 300),
            Witness = new Permit2Witness(
                Deployments.GatewayPayee, SamplePayments.Facilitator, (ulong)(Now - 600)),
        };
        string signature = Secp256k1.Sign(
            Permit2TypedData.Digest(Deployments.BaseChainId, authorization), SamplePayments.PayerKey).ToString();
        UptoSettleCall call = new(Deployments.UptoProxy, authorization, Settled, Hex.Decode(signature));
        return new ReceiptPayment(
            SamplePayments.UptoRequirements,
            new Permit2Payload(signature, authorization),
            new ReceiptVerifyOutcome(true, SamplePayments.Payer, Now - 2),
            Cost,
            new ReceiptSettlement(Settled, Transaction(call, Deployments.BaseChainId, Now + 100)));
    }

    private static ReceiptNode Node() => new(
        SampleEnclave.Key.TeeId,
        SampleEnclave.Key.Spki.ToArray(),
        new ReceiptAttestation(
            SampleEnclave.Document,
            SampleEnclave.Vendor.RootPem,
            SampleEnclave.TlsCertificate,
            SampleEnclave.Measurements.Hash,
            SampleEnclave.Now,
            SampleEnclave.Now - 1000));

    private static ReceiptTransaction Transaction(ContractCall call, ulong chainId, long time)
    {
        SignedTransaction signed = new Eip1559Transaction(
            chainId, 7, 1_000_000UL, 2_000_000UL, 9_000_000, call.Target, UInt256.Zero, call.Encode(), [])
            .Sign(FacilitatorKey);
        return new ReceiptTransaction(signed.Encode(), signed.Hash(), 1234, Keccak256.HashText("block"), time);
    }
}
