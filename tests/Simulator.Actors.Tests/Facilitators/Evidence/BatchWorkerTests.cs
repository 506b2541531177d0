using Simulator.Actors.Facilitators.Evidence;
using Simulator.Actors.Rpc;
using Simulator.Actors.Storage.Http;
using Simulator.Actors.Tests.Stages;
using Simulator.Primitives;
using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;
using Simulator.Records;

namespace Simulator.Actors.Tests.Facilitators.Evidence;

/// <summary>Batches go tree, upload, transaction, receipt; what fails waits again, what crashes is lost.</summary>
public sealed class BatchWorkerTests
{
    [Fact]
    public void A_full_buffer_is_uploaded_and_then_settled_under_its_root()
    {
        Desk desk = new();
        BatchTree tree = BatchTree.Build([Row(1), Row(2)]);

        Assert.Equal(202, desk.Report(1, SettlementType.Batch)!.Status);
        Assert.Empty(desk.Stage.AllSent<PutBlob>());
        desk.Report(2, SettlementType.Batch);

        PutBlob upload = desk.Stage.Sent<PutBlob>();
        Assert.Equal(tree.DumpJson(), upload.Body);
        Assert.Equal(10, upload.Epochs);
        Assert.Empty(desk.Stage.AllSent<GetTransactionCount>());
        desk.Certify();
        Assert.Equal(Papers.BatchWorker, desk.Latest<GetTransactionCount>().Account);
        desk.Count(5);

        SignedTransaction sent = desk.Broadcast();
        Eip1559Transaction content = sent.Transaction;
        Assert.Equal((5UL, 9_000_000UL, Deployments.OgEvmChainId), (content.Nonce, content.GasLimit, content.ChainId));
        Assert.Equal((2_000_000UL, 1_000_000UL), ((ulong)content.MaxFeePerGas.Low, (ulong)content.MaxPriorityFeePerGas.Low));
        Assert.Equal(BatchSettleCall.Of(Papers.Relay, tree.Root, 2, BlobId.Of(upload.Body)).Encode(), content.Data);
        Assert.True(sent.TryRecoverSender(out Address sender));
        Assert.Equal(Papers.BatchWorker, sender);

        desk.Mine(7);
        BatchEvidenceSettled settled = desk.Stage.Said<BatchEvidenceSettled>();
        Assert.Equal((tree.Root, 7L, 0), (settled.Root, settled.Height, settled.Held));
        Assert.Equal(sent.Hash(), settled.Transaction);
        Assert.Equal([1, 2], settled.Rows.Select(row => row.Request.Number));
        Assert.Equal([Row(1), Row(2)], settled.Rows.Select(row => row.Row));
        Assert.Equal([1, 2], desk.Stage.AllSaid<EvidenceQueued>().Select(queued => queued.Held));
    }

    [Fact]
    public void A_single_answer_goes_out_after_the_idle_time()
    {
        Desk desk = new();
        desk.Report(1, SettlementType.Batch);

        desk.Stage.Wait(SimDuration.FromSeconds(299));
        Assert.Empty(desk.Stage.AllSent<PutBlob>());
        desk.Stage.Wait(SimDuration.FromSeconds(2));

        Assert.Equal(BatchTree.Build([Row(1)]).DumpJson(), desk.Stage.Sent<PutBlob>().Body);
    }

    [Fact]
    public void A_batch_that_cannot_be_uploaded_waits_and_goes_out_with_the_next_answer()
    {
        Desk desk = new();
        desk.Report(1, SettlementType.Batch);
        desk.Report(2, SettlementType.Batch);

        desk.RefuseUpload();

        Assert.Equal(
            new EvidenceBatchReturned("main/1/batch", "too_few_replicas", 2, null), desk.Stage.Said<EvidenceBatchReturned>());
        desk.Report(3, SettlementType.Batch);
        Assert.Equal(3, desk.Stage.AllSaid<EvidenceQueued>()[^1].Held);
        Assert.Equal(BatchTree.Build([Row(1), Row(2), Row(3)]).DumpJson(), desk.Latest<PutBlob>().Body);
    }

    [Fact]
    public void A_storage_node_that_does_not_answer_is_given_up_after_30_s()
    {
        Desk desk = new();
        desk.Report(1, SettlementType.Batch);
        desk.Report(2, SettlementType.Batch);

        desk.Stage.Wait(SimDuration.FromSeconds(31));

        Assert.Equal(EvidenceFailures.UploadTimedOut, desk.Stage.Said<EvidenceBatchReturned>().Reason);
    }

    [Fact]
    public void A_batch_without_receipt_in_time_is_settled_again_and_that_is_said()
    {
        Desk desk = new();
        desk.Report(1, SettlementType.Batch);
        desk.Report(2, SettlementType.Batch);
        desk.Certify();
        desk.Count(0);
        Hash32 first = desk.Broadcast().Hash();

        desk.Stage.Wait(SimDuration.FromSeconds(122));

        EvidenceBatchReturned returned = desk.Stage.Said<EvidenceBatchReturned>();
        Assert.Equal((EvidenceFailures.ReceiptTimedOut, first), (returned.Reason, returned.Transaction!.Value));
        desk.Stage.Wait(SimDuration.FromSeconds(301));
        Assert.Equal(2, desk.Stage.AllSent<PutBlob>().Count);
    }

    [Fact]
    public void A_reverted_transaction_returns_the_batch_under_the_contracts_own_name()
    {
        Desk desk = new();
        desk.Report(1, SettlementType.Batch);
        desk.Report(2, SettlementType.Batch);
        desk.Certify();
        desk.Count(0);

        desk.Mine(3, "AccessControlUnauthorizedAccount");

        Assert.Equal("AccessControlUnauthorizedAccount", desk.Stage.Said<EvidenceBatchReturned>().Reason);
        Assert.Empty(desk.Stage.AllSaid<BatchEvidenceSettled>());
    }

    [Fact]
    public void One_malformed_hash_fails_every_batch_it_is_part_of()
    {
        Desk desk = new();
        desk.Report(1, SettlementType.Batch, Desk.Data(1, inputHash: "0x12"));
        desk.Report(2, SettlementType.Batch);
        desk.Report(3, SettlementType.Batch);

        Assert.All(
            desk.Stage.AllSaid<EvidenceBatchReturned>(),
            returned => Assert.Equal("Invalid inputHash: expected bytes32 hex value", returned.Reason));
        Assert.Equal([2, 3], desk.Stage.AllSaid<EvidenceBatchReturned>().Select(returned => returned.Rows));
        Assert.Empty(desk.Stage.AllSent<PutBlob>());
    }

    [Fact]
    public void A_crash_loses_the_buffer_although_its_jobs_were_accepted()
    {
        Desk desk = new();
        desk.Report(1, SettlementType.Batch);

        desk.Stage.Restart();

        Assert.Equal("main/1/batch", desk.Stage.Said<EvidenceLost>().Worker);
        desk.Stage.Wait(SimDuration.FromSeconds(1_000));
        Assert.Empty(desk.Stage.AllSent<PutBlob>());
        desk.Report(2, SettlementType.Batch);
        Assert.Equal(1, desk.Stage.AllSaid<EvidenceQueued>()[^1].Held);
    }

    private static SettlementRow Row(int number)
    {
        Assert.True(Desk.Data(number).TryRow(out SettlementRow? row, out _));
        return row;
    }
}
