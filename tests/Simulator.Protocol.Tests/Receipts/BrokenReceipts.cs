using Simulator.Protocol.Attestation;
using Simulator.Protocol.Blobs;
using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.Receipts;
using Simulator.Protocol.Settlement;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.Receipts;

/// <summary>For every reason that can break a link, a receipt that breaks for it first.</summary>
internal static class BrokenReceipts
{
    private static readonly Receipt Batch = ReceiptSample.Batch;
    private static readonly Receipt Individual = ReceiptSample.Individual;
    private static readonly Permit2Payload Paid = (Permit2Payload)Batch.Payment!.Payload;
    private static readonly Receipt Channel = ReceiptSample.Channel;
    private static readonly VoucherPayload Issued = (VoucherPayload)Channel.Payment!.Payload;
    private static readonly Hash32 OtherHash = Keccak256.Hash("other"u8);
    private static readonly Address Other = new([.. Enumerable.Repeat((byte)0x99, 20)]);

    public static IEnumerable<(LinkBreak Reason, ReceiptLink Link, Receipt Receipt)> All() =>
    [
        .. Requests(),
        .. Authorizations(),
        .. BrokenTransfers.All(),
        .. Vouchers(),
        .. Settlements(),
        .. Transactions(),
        .. Nodes(),
        .. Standings(),
        .. Answers(),
        .. Evidences(),
        .. Payouts(),
    ];

    private static IEnumerable<(LinkBreak, ReceiptLink, Receipt)> Standings()
    {
        ReceiptStanding standing = Batch.Registry!;
        (LinkBreak Reason, ReceiptStanding Standing)[] cases =
        [
            (LinkBreak.TeeNotRegistered, standing with { Registered = false }),
            (LinkBreak.TeeNotEnabled, standing with { Enabled = false, Approved = false }),
            (LinkBreak.PcrNotApproved, standing with { Approved = false }),
            (LinkBreak.HeartbeatTooOld, standing with { LastHeartbeatAt = standing.BlockTime - 1_801 }),
            (LinkBreak.HeartbeatTooOld, standing with { LastHeartbeatAt = standing.BlockTime + 1 }),
            (
                LinkBreak.StandingOutsideWindow,
                standing with { BlockTime = standing.BlockTime - 7_200, LastHeartbeatAt = standing.BlockTime - 7_200 }),
        ];
        return cases.Select(c => (c.Reason, ReceiptLink.Registry, Batch with { Registry = c.Standing }));
    }

    private static IEnumerable<(LinkBreak, ReceiptLink, Receipt)> Requests() =>
    [
        (LinkBreak.RequestNotAnObject, ReceiptLink.Request, Batch with { Request = new("[]", Keccak256.Hash("[]"u8)) }),
        (
            LinkBreak.RequestHashMismatch,
            ReceiptLink.Request,
            Batch with { Request = Batch.Request with { Hash = OtherHash } }),
        (
            LinkBreak.ModelNameMismatch,
            ReceiptLink.Model,
            Batch with { Model = Batch.Model! with { Name = "volatility@1.3" } }),
        (LinkBreak.ModelBlobMismatch, ReceiptLink.Model, OfAnotherBlob()),
    ];

    private static IEnumerable<(LinkBreak, ReceiptLink, Receipt)> Authorizations()
    {
        PaymentRequirements terms = Batch.Payment!.Requirements;
        Permit2Authorization allowed = Paid.Authorization;
        ReceiptVerifyOutcome outcome = Batch.Payment.Outcome;
        (LinkBreak Reason, Receipt Receipt)[] cases =
        [
            (LinkBreak.UnsupportedScheme, Terms(terms with { Scheme = "channel" })),
            (LinkBreak.InvalidNetwork, Terms(terms with { Network = "solana:5eykt4" })),
            (LinkBreak.UnsupportedPayloadType, Terms(terms with { Scheme = "exact" })),
            (LinkBreak.InvalidPermit2Spender, Signed(allowed with { Spender = Other })),
            (LinkBreak.InvalidPermit2RecipientMismatch, Terms(terms with { PayTo = Other.ToString() })),
            (
                LinkBreak.UptoFacilitatorMismatch,
                Signed(allowed with { Witness = allowed.Witness with { Facilitator = Other } })),
            (LinkBreak.Permit2DeadlineExpired, Outcome(outcome with { At = ReceiptSample.Now + 295 })),
            (LinkBreak.Permit2NotYetValid, Outcome(outcome with { At = ReceiptSample.Now - 601 })),
            (LinkBreak.Permit2AmountMismatch, Terms(terms with { Amount = "1" })),
            (LinkBreak.Permit2TokenMismatch, Terms(terms with { Asset = Other.ToString() })),
            (
                LinkBreak.InvalidPermit2Signature,
                Payload(Paid with { Authorization = allowed with { Nonce = UInt256.One } })),
            (LinkBreak.PaymentNotVerified, Outcome(outcome with { IsValid = false })),
            (LinkBreak.PayerMismatch, Outcome(outcome with { Payer = Other })),
        ];
        return cases.Select(c => (c.Reason, ReceiptLink.Authorization, c.Receipt));
    }

    private static IEnumerable<(LinkBreak, ReceiptLink, Receipt)> Vouchers()
    {
        ReceiptPayment payment = Channel.Payment!;
        PaymentRequirements terms = payment.Requirements;
        Voucher voucher = Issued.Voucher;
        ReceiptSettlement settlement = payment.Settlement!;
        Voucher raised = voucher with { MaxClaimableAmount = voucher.MaxClaimableAmount + 1 };
        UInt128 less = settlement.Amount.Low - 1;
        ReceiptTransaction foreign = ReceiptSample.Claim(
            Issued.Config with { Salt = OtherHash }, settlement.Amount.Low);
        ReceiptSettlement small = new(less, ReceiptSample.Claim(Issued.Config, less));
        return
        [
            Voucher(
                LinkBreak.ChannelIdMismatch,
                payment with { Payload = Issued with { Voucher = voucher with { ChannelId = OtherHash } } }),
            Voucher(
                LinkBreak.ChannelReceiverMismatch,
                payment with { Requirements = terms with { PayTo = Other.ToString() } }),
            Voucher(
                LinkBreak.ChannelTokenMismatch,
                payment with { Requirements = terms with { Asset = Other.ToString() } }),
            Voucher(
                LinkBreak.VoucherSignatureInvalid,
                payment with { Payload = Issued with { Voucher = raised } }),
            Voucher(LinkBreak.CostAboveAmount, payment with { Requirements = terms with { Amount = "1" } }),
            Voucher(LinkBreak.UnsupportedPayloadType, payment with { Requirements = terms with { Scheme = "upto" } }),
            Claim(LinkBreak.ClaimMissing, payment with { Settlement = settlement with { Transaction = foreign } }),
            Claim(
                LinkBreak.SettledAmountMismatch,
                payment with { Settlement = settlement with { Amount = settlement.Amount + UInt256.One } }),
            Claim(LinkBreak.ClaimBelowCost, payment with { Settlement = small }),
            Claim(
                LinkBreak.SettlementTransactionMissing,
                payment with { Settlement = settlement with { Transaction = null } }),
            Claim(
                LinkBreak.TransactionCallMismatch,
                payment with { Settlement = settlement with { Transaction = Resigned(
                    new TransferCall(Deployments.BatchSettlement, Other, UInt256.One),
                    Deployments.BaseChainId,
                    ReceiptSample.PayerKey) } }),
        ];
    }

    private static (LinkBreak, ReceiptLink, Receipt) Voucher(LinkBreak reason, ReceiptPayment payment) =>
        (reason, ReceiptLink.Authorization, Channel with { Payment = payment });

    private static (LinkBreak, ReceiptLink, Receipt) Claim(LinkBreak reason, ReceiptPayment payment) =>
        (reason, ReceiptLink.Settlement, Channel with { Payment = payment });

    private static IEnumerable<(LinkBreak, ReceiptLink, Receipt)> Settlements()
    {
        ReceiptSettlement settlement = Batch.Payment!.Settlement!;
        ReceiptTransaction transaction = settlement.Transaction!;
        UInt256 cap = Paid.Authorization.Amount;
        Receipt byAnother = Settled(settlement with
        {
            Transaction = Resigned(Call(Batch.Payment), Deployments.BaseChainId, ReceiptSample.PayerKey),
        });
        (LinkBreak Reason, Receipt Receipt)[] cases =
        [
            (
                LinkBreak.CostAboveSettledAmount,
                Batch with { Payment = Batch.Payment with { Cost = settlement.Amount + UInt256.One } }),
            (LinkBreak.SettlementExceedsAmount, Settled(settlement with { Amount = cap + UInt256.One })),
            (LinkBreak.SettledAmountMismatch, LessThanExact()),
            (LinkBreak.SettlementTransactionMissing, Settled(settlement with { Transaction = null })),
            (LinkBreak.SettlementTransactionUnexpected, Free(transaction)),
            (LinkBreak.UnauthorizedFacilitator, byAnother),
            (
                LinkBreak.SettledTooEarly,
                Settled(settlement with { Transaction = transaction with { BlockTime = ReceiptSample.Now - 601 } })),
            (
                LinkBreak.SettledAfterDeadline,
                Settled(settlement with { Transaction = transaction with { BlockTime = ReceiptSample.Now + 301 } })),
        ];
        return cases.Select(c => (c.Reason, ReceiptLink.Settlement, c.Receipt));
    }

    private static IEnumerable<(LinkBreak, ReceiptLink, Receipt)> Transactions()
    {
        ReceiptSettlement settlement = Batch.Payment!.Settlement!;
        ReceiptTransaction transaction = settlement.Transaction!;
        UptoSettleCall call = Call(Batch.Payment);
        (LinkBreak Reason, ReceiptTransaction Transaction)[] cases =
        [
            (LinkBreak.TransactionMalformed, transaction with { Raw = transaction.Raw[..^1] }),
            (LinkBreak.TransactionHashMismatch, transaction with { Hash = OtherHash }),
            (
                LinkBreak.TransactionChainMismatch,
                Resigned(call, Deployments.OgEvmChainId, ReceiptSample.FacilitatorKey)),
            (
                LinkBreak.TransactionTargetMismatch,
                Resigned(call with { Target = Other }, Deployments.BaseChainId, ReceiptSample.FacilitatorKey)),
            (
                LinkBreak.TransactionCallMismatch,
                Resigned(call with { Amount = UInt256.One }, Deployments.BaseChainId, ReceiptSample.FacilitatorKey)),
            (LinkBreak.TransactionSignatureInvalid, Unsigned(transaction)),
        ];
        return cases.Select(
            c => (c.Reason, ReceiptLink.Settlement, Settled(settlement with { Transaction = c.Transaction })));
    }

    private static IEnumerable<(LinkBreak, ReceiptLink, Receipt)> Nodes()
    {
        ReceiptAttestation attestation = Batch.Node.Attestation!;
        (LinkBreak Reason, ReceiptAttestation Attestation)[] cases =
        [
            (LinkBreak.RootNotTrusted, attestation with { Root = AnotherRoot() }),
            (LinkBreak.AttestationRefused, attestation with { At = attestation.At + 291 }),
            (LinkBreak.PcrHashMismatch, attestation with { PcrHash = OtherHash }),
            (LinkBreak.AnsweredBeforeBoot, attestation with { BootTime = ReceiptSample.Now + 1 }),
        ];
        return
        [
            (
                LinkBreak.TeeIdNotOfSigningKey,
                ReceiptLink.Node,
                Batch with { Node = Batch.Node with { TeeId = OtherHash } }),
            .. cases.Select(
                c => (
                    c.Reason,
                    ReceiptLink.Attestation,
                    Batch with { Node = Batch.Node with { Attestation = c.Attestation } })),
        ];
    }

    private static IEnumerable<(LinkBreak, ReceiptLink, Receipt)> Answers() =>
    [
        (LinkBreak.OutputHashMismatch, ReceiptLink.Answer, Batch with { Answer = Batch.Answer with { Output = "no" } }),
        (
            LinkBreak.AnswerSignatureInvalid,
            ReceiptLink.Answer,
            Batch with { Answer = Batch.Answer with { Timestamp = ReceiptSample.Now + 1 } }),
        (
            LinkBreak.AnswerRejected,
            ReceiptLink.Verification,
            Batch with { Verification = Batch.Verification! with { Result = ReceiptVerification.Rejected } }),
        (
            LinkBreak.VerifiedOutputMismatch,
            ReceiptLink.Verification,
            Batch with { Verification = Batch.Verification! with { OutputHash = OtherHash } }),
    ];

    private static IEnumerable<(LinkBreak, ReceiptLink, Receipt)> Evidences()
    {
        BatchEvidence batch = (BatchEvidence)Batch.Evidence!;
        IndividualEvidence individual = (IndividualEvidence)Individual.Evidence!;
        BatchEvidence foreign = ReceiptSample.Settle([ReceiptSample.Row(Batch)], 0);
        SettlementRow other = ReceiptSample.Row(Batch) with { Timestamp = UInt256.One };
        (LinkBreak Reason, Receipt Receipt)[] cases =
        [
            (LinkBreak.MerkleProofMismatch, Batch with { Evidence = batch with { Proof = [.. batch.Proof.Skip(1)] } }),
            (
                LinkBreak.EvidenceRootMismatch,
                Batch with { Evidence = batch with { Transaction = foreign.Transaction } }),
            (LinkBreak.EvidenceSizeMismatch, Batch with { Evidence = batch with { Size = 9 } }),
            (LinkBreak.EvidenceBlobMismatch, Batch with { Evidence = batch with { Blob = BlobId.Of("other"u8) } }),
            (LinkBreak.EvidenceRowMismatch, Individual with { Evidence = Rewritten(individual, other) }),
            (LinkBreak.EvidencePayerMismatch, Individual with { Evidence = individual with { EthAddress = Other } }),
            (LinkBreak.EvidenceOutsideWindow, Individual with { Evidence = Later(individual, 3601) }),
            (LinkBreak.EvidenceOutsideWindow, Individual with { Evidence = Later(individual, -301) }),
        ];
        return cases.Select(c => (c.Reason, ReceiptLink.Evidence, c.Receipt));
    }

    private static IEnumerable<(LinkBreak, ReceiptLink, Receipt)> Payouts()
    {
        ReceiptPayout payout = Batch.Payout!;
        (LinkBreak Reason, Receipt Receipt)[] cases =
        [
            (LinkBreak.PayoutWithoutPayment, Batch with { Payment = null }),
            (
                LinkBreak.PayoutAboveCost,
                Batch with { Payment = Batch.Payment! with { Cost = payout.Distributed - UInt256.One } }),
            (
                LinkBreak.PayoutTransferEmpty,
                Batch with { Payout = payout with { Transfers = [
                    .. payout.Transfers, payout.Transfers[0] with { Amount = UInt256.Zero }] } }),
            (
                LinkBreak.PayoutTransferEmpty,
                Batch with { Payout = payout with { Transfers = [
                    payout.Transfers[0] with { To = payout.Transfers[0].From }, .. payout.Transfers.Skip(1)] } }),
            (
                LinkBreak.PayoutSumMismatch,
                Batch with { Payout = payout with { Transfers = [.. payout.Transfers.Skip(1)] } }),
        ];
        return cases.Select(c => (c.Reason, ReceiptLink.Payout, c.Receipt));
    }

    private static Receipt Terms(PaymentRequirements terms) =>
        Batch with { Payment = Batch.Payment! with { Requirements = terms } };

    private static Receipt Outcome(ReceiptVerifyOutcome outcome) =>
        Batch with { Payment = Batch.Payment! with { Outcome = outcome } };

    private static Receipt Payload(Permit2Payload payload) =>
        Batch with { Payment = Batch.Payment! with { Payload = payload } };

    private static Receipt Signed(Permit2Authorization allowed) => Payload(ReceiptSample.Sign(allowed));

    private static Receipt Settled(ReceiptSettlement settlement) =>
        Batch with { Payment = Batch.Payment! with { Settlement = settlement } };

    private static Receipt Free(ReceiptTransaction transaction) => Batch with
    {
        Payment = Batch.Payment! with { Cost = UInt256.Zero, Settlement = new(UInt256.Zero, transaction) },
        Payout = null,
    };

    private static Receipt LessThanExact()
    {
        ReceiptPayment payment = Individual.Payment!;
        UInt256 less = payment.Cost - UInt256.One;
        return Individual with
        {
            Payment = payment with { Cost = less, Settlement = payment.Settlement! with { Amount = less } },
        };
    }

    private static UptoSettleCall Call(ReceiptPayment payment)
    {
        Assert.True(Hex.TryDecode(Paid.Signature, out byte[] signature));
        return new(Deployments.UptoProxy, Paid.Authorization, payment.Settlement!.Amount, signature);
    }

    private static ReceiptTransaction Resigned(ContractCall call, ulong chainId, PrivateKey signer) =>
        ReceiptSample.Transaction(call, chainId, signer, ReceiptSample.Now + 100);

    /// <summary>A signature whose r is no point of the curve.</summary>
    private static ReceiptTransaction Unsigned(ReceiptTransaction transaction)
    {
        Assert.True(SignedTransaction.TryDecode(transaction.Raw, out SignedTransaction? signed));
        SignedTransaction broken = signed with { Signature = signed.Signature with { R = (UInt256)5UL } };
        return transaction with { Raw = broken.Encode(), Hash = broken.Hash() };
    }

    private static IndividualEvidence Rewritten(IndividualEvidence evidence, SettlementRow row)
    {
        SettleIndividualCall call = SettleIndividualCall.Of(evidence.Relay, row, evidence.EthAddress, evidence.Blob);
        return evidence with
        {
            Transaction = ReceiptSample.Transaction(
                call, Deployments.OgEvmChainId, ReceiptSample.FacilitatorKey, evidence.Transaction.BlockTime),
        };
    }

    private static IndividualEvidence Later(IndividualEvidence evidence, long seconds) =>
        evidence with { Transaction = evidence.Transaction with { BlockTime = ReceiptSample.Now + seconds } };

    /// <summary>A root that nobody trusts: a certificate of somebody else's.</summary>
    private static string AnotherRoot() =>
        System.Security.Cryptography.PemEncoding.WriteString(
            "CERTIFICATE", EnclaveTlsCertificate.Make("stranger", "stranger.example", ReceiptSample.Now)) + "\n";

    private static Receipt OfAnotherBlob()
    {
        string name = BlobId.Of("asked for"u8).ToString();
        string canonical = $"{{\"model\": \"{name}\"}}";
        return Batch with
        {
            Request = new(canonical, Keccak256.HashText(canonical)),
            Model = Batch.Model! with { Name = name },
        };
    }
}
