using Simulator.Actors.Facilitators.Evidence;
using Simulator.Actors.Facilitators.Evidence.Http;
using Simulator.Actors.Rpc;
using Simulator.Actors.Storage.Http;
using Simulator.Actors.Tests.Stages;
using Simulator.Primitives;
using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;
using Simulator.Records;

namespace Simulator.Actors.Tests.Facilitators.Evidence;

/// <summary>Individual settlements keep the order of their nonces; one that is never used stops all that follow.</summary>
public sealed class IndividualWorkerTests
{
    [Fact]
    public void An_answer_is_signed_when_queued_uploaded_when_its_turn_comes_and_then_broadcast()
    {
        Desk desk = new();
        SettlementData data = Desk.Data(1, isIndividual: true);
        Assert.True(data.TryRow(out SettlementRow? row, out _));

        Assert.Null(desk.Report(1, SettlementType.Individual));
        Assert.Equal(Papers.IndividualWorker, desk.Latest<GetTransactionCount>().Account);
        desk.Count(4);
        SettleDataReply reply = desk.Stage.Sent<SettleDataReply>();
        Assert.Equal(202, reply.Status);
        Assert.StartsWith("settlement-individual-", reply.Job);
        Assert.Empty(desk.Stage.AllSent<PutBlob>());

        desk.Count(4);
        Assert.Equal(IndividualBlob.Json(data), desk.Stage.Sent<PutBlob>().Body);
        desk.Certify();
        SignedTransaction sent = desk.Broadcast();
        Assert.Equal(4UL, sent.Transaction.Nonce);
        Assert.Equal(
            SettleIndividualCall.Of(Papers.Relay, row, Papers.Relay, IndividualBlob.Id(data)).Encode(), sent.Transaction.Data);

        desk.Mine(9);
        IndividualEvidenceSettled settled = desk.Stage.Said<IndividualEvidenceSettled>();
        Assert.Equal((9L, 0, reply.Job), (settled.Height, settled.Held, settled.Row.Job));
        Assert.Equal(row, settled.Row.Row);
        Assert.Equal(IndividualBlob.Id(data).ToString(), settled.BlobId);
    }

    [Fact]
    public void After_five_failed_uploads_the_nonce_is_never_used_and_every_later_job_fails()
    {
        Desk desk = new();
        desk.Queue(1, 0);
        desk.Count(0);
        FailAllUploads(desk);
        Assert.Equal("too_few_replicas", desk.Stage.Said<EvidenceFailed>().Reason);
        Assert.Equal(5, desk.Stage.AllSent<PutBlob>().Count);

        foreach (int number in (int[])[2, 3])
        {
            desk.Queue(number, 0);
            desk.Count(0);
            Assert.Equal(EvidenceFailures.NonceGap, desk.Stage.AllSaid<EvidenceFailed>()[^1].Reason);
        }

        Assert.Equal(3, desk.Stage.AllSaid<EvidenceFailed>().Count);
        Assert.Equal(5, desk.Stage.AllSent<PutBlob>().Count);
        Assert.Empty(desk.Stage.AllSent<SendRawTransaction>());
    }

    [Fact]
    public void A_job_that_may_be_run_again_uses_its_nonce_after_all()
    {
        Desk desk = new(settings => settings with { Retries = 1 });
        desk.Queue(1, 0);
        desk.Count(0);
        FailAllUploads(desk);
        Assert.Empty(desk.Stage.AllSaid<EvidenceFailed>());

        desk.Count(0);
        desk.Certify();
        desk.Mine(3);

        Assert.Equal(6, desk.Stage.AllSent<PutBlob>().Count);
        Assert.NotNull(desk.Stage.Said<IndividualEvidenceSettled>());
    }

    [Fact]
    public void Uploads_are_tried_ten_seconds_apart()
    {
        Desk desk = new();
        desk.Queue(1, 0);
        desk.Count(0);
        desk.RefuseUpload();

        desk.Stage.Wait(SimDuration.FromMilliseconds(9_900));
        Assert.Single(desk.Stage.AllSent<PutBlob>());
        desk.Stage.Wait(SimDuration.FromMilliseconds(200));

        Assert.Equal(2, desk.Stage.AllSent<PutBlob>().Count);
    }

    [Fact]
    public void Another_blob_id_than_the_contents_counts_as_a_failed_upload()
    {
        Desk desk = new();
        desk.Queue(1, 0);
        desk.Count(0);

        string other = BlobId.Of([1]).ToString();
        desk.Stage.Deliver(new PutBlobReply(desk.Latest<PutBlob>().Call, 200, other, null));

        Assert.Empty(desk.Stage.AllSent<SendRawTransaction>());
        desk.Stage.Wait(SimDuration.FromSeconds(11));
        Assert.Equal(2, desk.Stage.AllSent<PutBlob>().Count);
    }

    [Fact]
    public void Nonces_follow_each_other_although_the_chain_has_seen_none_of_them()
    {
        Desk desk = new();
        desk.Queue(1, 0);
        desk.Queue(2, 0);
        Assert.Equal([1, 2], desk.Stage.AllSaid<EvidenceQueued>().Select(queued => queued.Held));

        GetTransactionCount turn = desk.Stage.AllSent<GetTransactionCount>()[1];
        desk.Stage.Deliver(new GetTransactionCountReply(turn.Call, 0));
        desk.Certify();
        Assert.Equal(0UL, desk.Broadcast().Transaction.Nonce);
        desk.Mine(2);
        desk.Count(1);
        desk.Certify();

        Assert.Equal(1UL, desk.Broadcast().Transaction.Nonce);
    }

    [Fact]
    public void A_nonce_that_the_chain_has_passed_is_skipped()
    {
        Desk desk = new();
        desk.Queue(1, 0);
        desk.Count(1);

        Assert.Equal(EvidenceFailures.NonceUsed, desk.Stage.Said<EvidenceFailed>().Reason);
        Assert.Empty(desk.Stage.AllSent<PutBlob>());
    }

    [Fact]
    public void A_revert_uses_the_nonce_up_and_is_told_by_the_contracts_text()
    {
        Desk desk = new();
        desk.Queue(1, 0);
        desk.Count(0);
        desk.Certify();
        desk.Mine(2, "Invalid signature");

        Assert.Equal("Invalid signature", desk.Stage.Said<EvidenceFailed>().Reason);
    }

    [Fact]
    public void A_malformed_hash_is_refused_only_after_its_nonce_was_reserved()
    {
        Desk desk = new();
        desk.Report(1, SettlementType.Individual, Desk.Data(1, isIndividual: true, inputHash: "0x12"));
        desk.Count(0);
        Assert.Equal(500, desk.Stage.Sent<SettleDataReply>().Status);
        Assert.Equal(500, desk.Stage.Said<EvidenceRefused>().Status);

        desk.Queue(2, 0);
        desk.Count(0);

        Assert.Equal(EvidenceFailures.NonceGap, desk.Stage.Said<EvidenceFailed>().Reason);
    }

    [Fact]
    public void A_crash_that_keeps_state_keeps_the_queue_but_not_the_job_in_hand()
    {
        Desk desk = new();
        desk.Queue(1, 0);
        desk.Queue(2, 0);

        desk.Stage.Restart();

        Assert.Equal(EvidenceFailures.WorkerCrashed, desk.Stage.Said<EvidenceFailed>().Reason);
        desk.Count(0);
        Assert.Equal(EvidenceFailures.NonceGap, desk.Stage.AllSaid<EvidenceFailed>()[^1].Reason);
    }

    private static void FailAllUploads(Desk desk)
    {
        for (int upload = 0; upload < IndividualQueue.UploadAttempts; upload++)
        {
            desk.RefuseUpload();
            desk.Stage.Wait(SimDuration.FromMilliseconds(upload < IndividualQueue.UploadAttempts - 1 ? 10_001 : 1));
        }
    }
}
