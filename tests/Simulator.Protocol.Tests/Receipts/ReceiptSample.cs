using Simulator.Protocol.Attestation;
using Simulator.Protocol.Blobs;
using Simulator.Protocol.Channels;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.Receipts;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Settlement;
using Simulator.Protocol.Tests.Settlement;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.Receipts;

/// <summary>Whole receipts with real keys, signatures, documents and transactions; the same in every run.</summary>
internal static class ReceiptSample
{
    public const long Now = 1_770_000_000;
    public const string Output = "{\"volatility\": [\"0.2137\"]} – höher 😀";

    public static readonly PrivateKey PayerKey = PrivateKey.FromSeed("receipt payer");
    public static readonly PrivateKey FacilitatorKey = PrivateKey.FromSeed("receipt facilitator");
    public static readonly Address Payer = Secp256k1.AddressOf(PayerKey);
    public static readonly Address Facilitator = Secp256k1.AddressOf(FacilitatorKey);
    public static readonly Address Relay = new([.. Enumerable.Repeat((byte)0x51, 20)]);
    public static readonly EnclaveSigningKey EnclaveKey = EnclaveKeyPool.OfThisMachine[0];
    public static readonly SimulatedVendor Vendor = new();
    public static readonly BlobId ModelBlob = BlobId.Of("onnx"u8);

    private const string Canonical = "{\"model\": \"volatility@1.2\", \"model_inputs\": {\"returns\": [0.01, -0.02]}}";
    private static readonly UInt256 Cap = 100_000_000_000_000_000UL;
    private static readonly UInt256 Settled = 30_000_000_000_000_000UL;
    private static readonly UInt256 Cost = 10_000_000_000_000_000UL;
    private static readonly UInt256 Nonce = UInt256.Parse("12345678901234567890");
    private static readonly Hash32 BlockHash = Keccak256.Hash("block"u8);

    /// <summary>Paid by a session (upto), attested, verified, settled in a batch of eight, paid out.</summary>
    public static Receipt Batch { get; } = MakeBatch() with
    {
        Registry = new ReceiptStanding(true, true, true, Now - 3_600, Now - 900, 77, Now - 1, BlockHash),
    };

    /// <summary>Paid exactly, settled by itself.</summary>
    public static Receipt Individual { get; } = MakeIndividual();

    /// <summary>Paid exactly in another token, by an EIP-3009 order.</summary>
    public static Receipt Transfer { get; } = Batch with
    {
        Payment = TransferPayment(),
        Payout = new ReceiptPayout(10_000UL, [new(Deployments.GatewayPayee, Relay, 10_000UL, "node")]),
    };

    /// <summary>Paid by the third voucher on a channel, of which everything has been claimed.</summary>
    public static Receipt Channel { get; } = Batch with { Payment = ChannelPayment() };

    /// <summary>Free, private, unchecked, without an attestation: the fewest links a receipt can have.</summary>
    public static Receipt Bare { get; } = Batch with
    {
        Payment = null,
        Model = null,
        Node = Batch.Node with { Attestation = null },
        Verification = null,
        Evidence = new PrivateEvidence(),
        Payout = null,
        Registry = null,
    };

    public static ReceiptTransaction Transaction(ContractCall call, ulong chainId, PrivateKey signer, long time)
    {
        SignedTransaction signed = new Eip1559Transaction(
            chainId, 7, 1_000_000UL, 2_000_000UL, 9_000_000, call.Target, UInt256.Zero, call.Encode(), []).Sign(signer);
        return new(signed.Encode(), signed.Hash(), 1234, BlockHash, time);
    }

    public static Permit2Payload Sign(Permit2Authorization authorization) => new(
        Secp256k1.Sign(Permit2TypedData.Digest(Deployments.BaseChainId, authorization), PayerKey).ToString(),
        authorization);

    public static SettlementRow Row(Receipt receipt) => new(
        receipt.Node.TeeId,
        receipt.Request.Hash,
        receipt.Answer.OutputHash,
        receipt.Answer.Signature,
        (ulong)receipt.Answer.Timestamp);

    public static BatchEvidence Settle(IReadOnlyList<SettlementRow> rows, int row)
    {
        BatchTree tree = BatchTree.Build(rows);
        BlobId dump = BlobId.Of(tree.DumpJson());
        BatchSettleCall call = BatchSettleCall.Of(Relay, tree.Root, rows.Count, dump);
        return new(
            tree.Root,
            rows.Count,
            tree.Proof(row),
            dump,
            Relay,
            Transaction(call, Deployments.OgEvmChainId, FacilitatorKey, Now + 400));
    }

    private static Receipt MakeBatch()
    {
        Receipt unsettled = new(
            "req-000042",
            HasRealSignatures: true,
            new ReceiptRequest(Canonical, Keccak256.HashText(Canonical)),
            UptoPayment(),
            new ReceiptModel("volatility@1.2", "quant/volatility", "1.2", ModelBlob),
            MakeNode(),
            MakeAnswer(),
            new ReceiptVerification("reexecute", "verifier-3", ReceiptVerification.Accepted, OutputString.Hash(Output)),
            Evidence: null,
            new ReceiptPayout(Cost, Split()));
        SettlementRow[] rows = [.. Enumerable.Range(0, 7).Select(n => SettlementSample.Arbitrary(n)), Row(unsettled)];
        return unsettled with { Evidence = Settle(rows, 7) };
    }

    private static Receipt MakeIndividual()
    {
        BlobId blob = BlobId.Of("request and answer"u8);
        SettleIndividualCall call = SettleIndividualCall.Of(Relay, Row(Batch), Payer, blob);
        ReceiptTransaction transaction = Transaction(call, Deployments.OgEvmChainId, FacilitatorKey, Now + 60);
        return Batch with
        {
            Payment = ExactPayment(),
            Evidence = new IndividualEvidence(Payer, blob, Relay, transaction),
        };
    }

    private static ReceiptPayment UptoPayment()
    {
        Permit2Witness witness = new(Deployments.GatewayPayee, Facilitator, (ulong)(Now - 600));
        Permit2Payload payload = Sign(new(
            Payer, Deployments.OpgToken, Cap, Deployments.UptoProxy, Nonce, (ulong)(Now + 300), witness));
        Hex.TryDecode(payload.Signature, out byte[] signature);
        UptoSettleCall call = new(Deployments.UptoProxy, payload.Authorization, Settled, signature);
        return new(
            Requirements("upto", Facilitator),
            payload,
            new ReceiptVerifyOutcome(true, Payer, Now - 2),
            Cost,
            new ReceiptSettlement(Settled, Transaction(call, Deployments.BaseChainId, FacilitatorKey, Now + 100)));
    }

    private static ReceiptPayment ExactPayment()
    {
        Permit2Witness witness = new(Deployments.GatewayPayee, null, (ulong)(Now - 600));
        Permit2Payload payload = Sign(new(
            Payer, Deployments.OpgToken, Cap, Deployments.ExactProxy, (UInt256)77UL, (ulong)(Now + 300), witness));
        Hex.TryDecode(payload.Signature, out byte[] signature);
        ExactSettleCall call = new(Deployments.ExactProxy, payload.Authorization, signature);
        return new(
            Requirements("exact", null),
            payload,
            new ReceiptVerifyOutcome(true, Payer, Now - 2),
            Cap,
            new ReceiptSettlement(Cap, Transaction(call, Deployments.BaseChainId, FacilitatorKey, Now + 100)));
    }

    public static ReceiptTransaction Claim(ChannelConfig config, UInt128 totalClaimed)
    {
        Voucher voucher = Voucher.Sign(
            Deployments.BaseChainId, config.ChannelId(Deployments.BaseChainId), totalClaimed, PayerKey);
        Hex.TryDecode(voucher.Signature, out byte[] signature);
        ChannelClaimCall call = new(
            Deployments.BatchSettlement, [new VoucherClaim(config, totalClaimed, signature, totalClaimed)]);
        return Transaction(call, Deployments.BaseChainId, FacilitatorKey, Now + 5000);
    }

    public static Eip3009Payload SignTransfer(TransferAuthorization order) => new(
        Secp256k1.Sign(order.TransferDigest(Deployments.UsdcBaseDomain), PayerKey).ToString(), order);

    private static ReceiptPayment TransferPayment()
    {
        UInt256 price = 10_000UL;
        Eip3009Payload payload = SignTransfer(new TransferAuthorization(
            Payer,
            Deployments.GatewayPayee,
            price,
            (ulong)(Now - 600),
            (ulong)(Now + 300),
            Keccak256.Hash("transfer nonce"u8)));
        Hex.TryDecode(payload.Signature, out byte[] signature);
        TransferWithAuthorizationCall call = new(Deployments.UsdcBase, payload.Authorization, signature);
        return new(
            Requirements("exact", null) with
            {
                Asset = Deployments.UsdcBase.ToString(),
                Amount = price.ToString(),
                Extra = RequirementsExtra.Eip3009("USD Coin", "2"),
            },
            payload,
            new ReceiptVerifyOutcome(true, Payer, Now - 2),
            price,
            new ReceiptSettlement(price, Transaction(call, Deployments.BaseChainId, FacilitatorKey, Now + 100)));
    }

    private static ReceiptPayment ChannelPayment()
    {
        ChannelConfig config = new(
            Payer, Address.Zero, Deployments.GatewayPayee, Facilitator, Deployments.OpgToken, 900, Hash32.Zero);
        UInt128 earlier = 20_000_000_000_000_000;
        Voucher voucher = Voucher.Sign(
            Deployments.BaseChainId, config.ChannelId(Deployments.BaseChainId), earlier + Cap.Low, PayerKey);
        UInt128 claimed = earlier + Cost.Low;
        return new(
            Requirements("batch-settlement", null),
            new VoucherPayload(config, voucher),
            new ReceiptVerifyOutcome(true, Payer, Now - 2),
            Cost,
            new ReceiptSettlement(claimed, Claim(config, claimed)));
    }

    private static PaymentRequirements Requirements(string scheme, Address? facilitator) => new(
        scheme,
        "eip155:8453",
        Deployments.OpgToken.ToString(),
        Cap.ToString(),
        Deployments.GatewayPayee.ToString(),
        Extra: RequirementsExtra.Permit2("OpenGradient", "1", facilitator));

    private static ReceiptNode MakeNode()
    {
        byte[] tls = EnclaveTlsCertificate.Make("receipt node", "node.example", Now - 5000);
        EnclaveMeasurements measurements = new(Register(1), Register(2), Register(3));
        AttestationRequest request = new(
            AttestationRequest.ModuleIdOf("receipt node", 0),
            measurements,
            (ulong)(Now - 4010) * 1000,
            KeyBinding.Encode(tls, EnclaveKey.Spki.Span));
        return new(
            EnclaveKey.TeeId,
            EnclaveKey.Spki.ToArray(),
            new ReceiptAttestation(
                Vendor.Attest(request), Vendor.RootPem, tls, measurements.Hash, Now - 4000, Now - 5000));
    }

    private static System.Collections.Immutable.ImmutableArray<byte> Register(byte content) =>
        [.. Enumerable.Repeat(content, 48)];

    private static ReceiptAnswer MakeAnswer()
    {
        SignedResponse signed = SignedResponse.Sign(
            EnclaveKey, System.Text.Encoding.UTF8.GetBytes(Canonical), Output, Now);
        return new(Output, signed.OutputHash, signed.Timestamp, signed.Signature.ToArray());
    }

    private static ReceiptTransfer[] Split() =>
    [
        new(Deployments.GatewayPayee, Relay, 7_000_000_000_000_000UL, "node"),
        new(Deployments.GatewayPayee, Facilitator, 2_000_000_000_000_000UL, "model author"),
        new(Deployments.GatewayPayee, Payer, 1_000_000_000_000_000UL, "verifier"),
    ];
}
