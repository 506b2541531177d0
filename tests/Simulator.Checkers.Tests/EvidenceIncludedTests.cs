using Simulator.Checkers.Evidence;
using Simulator.Primitives;
using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;
using Simulator.Records;

namespace Simulator.Checkers.Tests;

public sealed class EvidenceIncludedTests
{
    private const string Worker = "main/1/batch";
    private static readonly Address Relay = Address.Parse("0x0000000000000000000000000000000000005e77");
    private static readonly BlobId Blob = BlobId.Of([1]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(20)]
    public void A_batch_of_answered_requests_holds(int size)
    {
        EvidenceIncluded checker = Facts.Judge(new EvidenceIncluded(), [.. Queued(size), .. Settled(size)]);

        Assert.Empty(checker.Violations);
        Assert.True(checker.Judged > 4 * size);
    }

    [Fact]
    public void A_root_of_other_rows_is_seen()
    {
        BatchEvidenceSettled settled = Assert.IsType<BatchEvidenceSettled>(Settled(2)[1]);
        EvidenceRow[] rows = [settled.Rows[0], settled.Rows[1] with { Row = Row(7) }];

        EvidenceIncluded checker = Facts.Judge(
            new EvidenceIncluded(), [.. Queued(2), Settled(2)[0], settled with { Rows = rows }]);

        Assert.Contains(checker.Violations, violation => violation.What.StartsWith("its rows have the root", StringComparison.Ordinal));
        Assert.Contains(checker.Violations, violation => violation.What.StartsWith("settled hashes that", StringComparison.Ordinal));
    }

    [Fact]
    public void A_settlement_that_is_not_on_the_chain_is_seen()
    {
        EvidenceIncluded inThePast = Facts.Judge(new EvidenceIncluded(), [.. Queued(1), Block(5), Settled(1)[1]]);
        EvidenceIncluded inTheFuture = Facts.Judge(new EvidenceIncluded(), [.. Queued(1), Settled(1)[1], Block(5)]);

        Assert.EndsWith("is not on the chain, or settled something before", Assert.Single(inThePast.Violations).What);
        Assert.EndsWith("is not in block 5, where its worker saw it", Assert.Single(inTheFuture.Violations).What);
    }

    [Fact]
    public void A_worker_may_know_a_block_before_it_is_announced()
    {
        EvidenceIncluded checker = Facts.Judge(
            new EvidenceIncluded(), [.. Queued(1), Settled(1)[1], Settled(1)[0], Block(5)]);

        Assert.Empty(checker.Violations);
    }

    [Fact]
    public void A_transaction_that_reverted_settles_nothing()
    {
        TransactionExecuted sent = Assert.IsType<TransactionExecuted>(Settled(1)[0]);

        EvidenceIncluded checker = Facts.Judge(
            new EvidenceIncluded(), [.. Queued(1), sent with { Revert = "Error" }, Settled(1)[1]]);

        Assert.Single(checker.Violations);
    }

    [Fact]
    public void A_job_that_is_settled_twice_is_seen()
    {
        EvidenceIncluded checker = Facts.Judge(
            new EvidenceIncluded(), [.. Queued(1), .. Settled(1), .. Settled(1)]);

        Assert.Contains(checker.Violations, violation => violation.What.StartsWith("ended, but it was not open", StringComparison.Ordinal));
    }

    [Fact]
    public void A_job_that_vanishes_without_a_name_is_seen_at_the_workers_next_word()
    {
        EvidenceIncluded checker = Facts.Judge(
            new EvidenceIncluded(), [.. Queued(1), Answered(2), new EvidenceQueued("job-2", Id(2), Worker, SettlementType.Batch, 1)]);

        Assert.Equal("holds 1 jobs, but 2 were queued and have not ended", Assert.Single(checker.Violations).What);
    }

    [Fact]
    public void A_crash_or_a_failure_by_name_ends_jobs()
    {
        EvidenceIncluded checker = Facts.Judge(
            new EvidenceIncluded(),
            [
                .. Queued(2),
                new EvidenceFailed("job-1", Id(1), Worker, "nonce_gap", 1),
                new EvidenceLost(Worker),
                Answered(3),
                new EvidenceQueued("job-3", Id(3), Worker, SettlementType.Batch, 1),
            ]);

        Assert.Empty(checker.Violations);
    }

    [Fact]
    public void Evidence_of_what_nobody_answered_is_seen()
    {
        EvidenceIncluded checker = Facts.Judge(
            new EvidenceIncluded(), new EvidenceQueued("job-1", Id(1), Worker, SettlementType.Batch, 1));

        Assert.EndsWith("which was not answered", Assert.Single(checker.Violations).What);
    }

    private static BlockProduced Block(long height) =>
        new("inference", height, 0, Hash32.Zero, Hash32.Zero, 0, OpgAmount.Zero);

    private static RequestId Id(int number) => new("traders/1", number);

    private static SettlementRow Row(int number) => new(
        Keccak256.Hash([1]),
        Keccak256.Hash([2, (byte)number]),
        Keccak256.Hash([3, (byte)number]),
        [.. Enumerable.Repeat((byte)number, 256)],
        (ulong)number);

    private static InferenceCompleted Answered(int number) => new(
        Id(number), "honest/1", "volatility@1.2", "blob", Row(number).InputHash, Row(number).OutputHash, SimDuration.Zero, SimDuration.Zero);

    private static Observation[] Queued(int count) =>
    [
        Block(0),
        .. Enumerable.Range(1, count).SelectMany<int, Observation>(number =>
        [
            Answered(number),
            new EvidenceQueued($"job-{number}", Id(number), Worker, SettlementType.Batch, number),
        ]),
    ];

    // The transaction on chain, and the worker's word on it.
    private static Observation[] Settled(int count)
    {
        EvidenceRow[] rows =
            [.. Enumerable.Range(1, count).Select(number => new EvidenceRow($"job-{number}", Id(number), Row(number)))];
        Hash32 root = BatchTree.Build([.. rows.Select(row => row.Row)]).Root;
        byte[] call = BatchSettleCall.Of(Relay, root, count, Blob).Encode();
        Eip1559Transaction transaction = new(
            Deployments.OgEvmChainId, 0, UInt256.One, UInt256.One, 9_000_000, Relay, UInt256.Zero, call, []);
        SignedTransaction signed = transaction.Sign(PrivateKey.FromSeed(Worker));
        return
        [
            new TransactionExecuted("inference", 5, signed.Hash(), Facts.Alice, "relay", 30_000, null, signed.Encode()),
            new BatchEvidenceSettled(Worker, root, rows, Blob.ToString(), Relay, signed.Hash(), 5, 0),
        ];
    }
}
