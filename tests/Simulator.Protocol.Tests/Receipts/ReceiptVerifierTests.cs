using Simulator.Protocol.Attestation;
using Simulator.Protocol.Receipts;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.Receipts;

public sealed class ReceiptVerifierTests
{
    [Fact]
    public void Every_link_of_a_full_receipt_holds()
    {
        foreach (Receipt receipt in (Receipt[])[
            ReceiptSample.Batch, ReceiptSample.Individual, ReceiptSample.Transfer, ReceiptSample.Channel])
        {
            IReadOnlyList<LinkResult> results = ReceiptVerifier.Check(receipt);

            Assert.Equal(Enum.GetValues<ReceiptLink>().Skip(1), results.Select(result => result.Link));
            Assert.All(results, result => Assert.Equal(LinkStatus.Holds, result.Status));
            Assert.Null(ReceiptVerifier.FirstBroken(results));
        }
    }

    [Fact]
    public void A_bare_receipt_says_what_is_absent()
    {
        IReadOnlyList<LinkResult> results = ReceiptVerifier.Check(ReceiptSample.Bare);

        Assert.Equal(
            [ReceiptLink.Request, ReceiptLink.Node, ReceiptLink.Answer],
            results.Where(result => result.Status == LinkStatus.Holds).Select(result => result.Link));
        Assert.Null(ReceiptVerifier.FirstBroken(results));
    }

    [Fact]
    public void Every_reason_is_named_at_its_link()
    {
        foreach ((LinkBreak reason, ReceiptLink link, Receipt receipt) in BrokenReceipts.All())
        {
            LinkResult found = ReceiptVerifier.Check(receipt).First(result => result.Link == link);

            Assert.Equal((link, reason), (found.Link, found.Reason));
            Assert.Equal(LinkStatus.Broken, found.Status);
        }
    }

    [Fact]
    public void The_first_broken_link_is_the_same_by_itself_and_with_documents_remembered()
    {
        AttestationMemory attestations = new();
        foreach (Receipt receipt in BrokenReceipts.All().Select(entry => entry.Receipt).Append(ReceiptSample.Batch))
        {
            LinkResult? expected = ReceiptVerifier.FirstBroken(ReceiptVerifier.Check(receipt));

            Assert.Equal(expected, ReceiptVerifier.FirstBroken(receipt, ReceiptTrust.Default, attestations));
            Assert.Equal(expected, ReceiptVerifier.FirstBroken(receipt, ReceiptTrust.Default, attestations));
        }
    }

    [Fact]
    public void The_table_of_broken_receipts_has_every_reason()
    {
        Assert.Equal(
            Enum.GetValues<LinkBreak>().Skip(1),
            BrokenReceipts.All().Select(entry => entry.Reason).Distinct().Order());
    }

    [Fact]
    public void A_vendor_counts_only_if_the_reader_trusts_it()
    {
        IReadOnlyList<LinkResult> results = ReceiptVerifier.Check(ReceiptSample.Batch, ReceiptTrust.Of());

        Assert.Equal("attestation: broken (root_not_trusted)", ReceiptVerifier.FirstBroken(results)!.ToString());
        Assert.Null(ReceiptVerifier.FirstBroken(
            ReceiptVerifier.Check(ReceiptSample.Batch, ReceiptTrust.Of(new SimulatedVendor().RootPem))));
        Assert.Throws<FormatException>(() => ReceiptTrust.Of("no certificate"));
    }

    [Fact]
    public void Nothing_is_due_and_nothing_was_broadcast()
    {
        Receipt free = ReceiptSample.Batch with
        {
            Payment = ReceiptSample.Batch.Payment! with
            {
                Cost = Simulator.Protocol.Ethereum.UInt256.Zero,
                Settlement = new(Simulator.Protocol.Ethereum.UInt256.Zero, null),
            },
            Payout = null,
        };

        Assert.Null(ReceiptVerifier.FirstBroken(ReceiptVerifier.Check(free)));
    }

    [Fact]
    public void Modelled_signatures_are_said_to_prove_nobodys_word()
    {
        Receipt modelled = ReceiptSample.Batch with
        {
            HasRealSignatures = false,
            Answer = ReceiptSample.Batch.Answer with { Signature = [] },
            Evidence = new PrivateEvidence(),
        };

        IReadOnlyList<LinkResult> results = ReceiptVerifier.Check(modelled);

        Assert.Null(ReceiptVerifier.FirstBroken(results));
        Assert.EndsWith(
            "its signatures were modelled, so nobody's word is proven\n",
            ReceiptVerifier.Account(modelled, results),
            StringComparison.Ordinal);
        Assert.Equal(
            LinkBreak.AnswerSignatureInvalid,
            ReceiptVerifier.FirstBroken(ReceiptVerifier.Check(modelled with { HasRealSignatures = true }))!.Reason);
    }

    [Fact]
    public void The_account_says_what_was_checked_and_where_it_fails()
    {
        Receipt broken = ReceiptSample.Batch with { Answer = ReceiptSample.Batch.Answer with { Output = "no" } };

        string account = ReceiptVerifier.Account(broken, ReceiptVerifier.Check(broken));

        Assert.Contains("receipt of request req-000042\n", account, StringComparison.Ordinal);
        Assert.Contains(
            "  holds  request        71 canonical bytes for model 'volatility@1.2' hash to 0x",
            account,
            StringComparison.Ordinal);
        Assert.Contains("  BROKEN answer         output hash mismatch\n", account, StringComparison.Ordinal);
        Assert.EndsWith(
            "the receipt FAILS at its link 'answer': output_hash_mismatch\n", account, StringComparison.Ordinal);
    }

    [Fact]
    public void A_receipt_reads_back_as_it_was_written()
    {
        foreach (
            Receipt receipt in (Receipt[])[
                ReceiptSample.Batch,
                ReceiptSample.Individual,
                ReceiptSample.Transfer,
                ReceiptSample.Channel,
                ReceiptSample.Bare,
            ])
        {
            Parsed<Receipt> parsed = Receipt.Read(receipt.ToJson());

            Assert.True(parsed.TryGet(out Receipt? read));
            Assert.Equal(receipt.ToJson(), read.ToJson());
            Assert.Null(ReceiptVerifier.FirstBroken(ReceiptVerifier.Check(read)));
        }
    }
}
