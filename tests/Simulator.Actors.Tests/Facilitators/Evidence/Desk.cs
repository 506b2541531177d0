using System.Globalization;
using Simulator.Actors.Facilitators.Evidence;
using Simulator.Actors.Facilitators.Evidence.Http;
using Simulator.Actors.Rpc;
using Simulator.Actors.Storage.Http;
using Simulator.Actors.Tests.Stages;
using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;

namespace Simulator.Actors.Tests.Facilitators.Evidence;

/// <summary>An evidence desk, and the answers of the chain and the storage node that it talks to.</summary>
internal sealed class Desk(Func<EvidenceDeskSettings, EvidenceDeskSettings>? change = null)
{
    private ulong calls;

    public Stage Stage { get; } = Cast.EvidenceDesk(change);

    /// <summary>The data that a gateway reports about the answer to request <paramref name="number"/>.</summary>
    public static SettlementData Data(int number, bool isIndividual = false, string? inputHash = null) => new(
        Keccak256.Hash([1]),
        inputHash ?? Keccak256.Hash([2, (byte)number]).ToString(),
        Keccak256.Hash([3, (byte)number]).ToString(),
        Convert.ToBase64String([4, (byte)number]),
        1_767_225_600,
        isIndividual
            ? new IndividualSettlementData(
                string.Create(CultureInfo.InvariantCulture, $"{{\"question\":{number}}}"), "{\"answer\":1}", Papers.Relay)
            : null);

    public SettleDataReply? Report(int number, SettlementType type, SettlementData? data = null)
    {
        data ??= Data(number, type == SettlementType.Individual);
        return Post(number, type.HeaderText(), data.Header());
    }

    public SettleDataReply? Post(int number, string? type, string? data)
    {
        int before = Stage.AllSent<SettleDataReply>().Count;
        Stage.Deliver(new PostSettleData(++calls, "traders/1", number, type, data), Cast.FirstGateway);
        return Stage.AllSent<SettleDataReply>().Skip(before).SingleOrDefault();
    }

    /// <summary>The newest message of this type that was sent.</summary>
    public T Latest<T>()
        where T : Kernel.Message => Stage.AllSent<T>()[^1];

    public void Certify() =>
        Stage.Deliver(new PutBlobReply(Latest<PutBlob>().Call, 200, BlobId.Of(Latest<PutBlob>().Body).ToString(), null));

    public void RefuseUpload(string error = "too_few_replicas") =>
        Stage.Deliver(new PutBlobReply(Latest<PutBlob>().Call, 503, null, error));

    public void Count(ulong pending) =>
        Stage.Deliver(new GetTransactionCountReply(Latest<GetTransactionCount>().Call, pending));

    /// <summary>The transaction in the newest broadcast.</summary>
    public SignedTransaction Broadcast()
    {
        Assert.True(SignedTransaction.TryDecode(Latest<SendRawTransaction>().Raw, out SignedTransaction? signed));
        return signed;
    }

    /// <summary>The newest broadcast is in a block.</summary>
    public void Mine(long height, string? revert = null) =>
        Stage.Deliver(new GetReceiptReply(Latest<SendRawTransaction>().Call, true, height, revert));

    /// <summary>An individual report that has become a job.</summary>
    public void Queue(int number, ulong pending)
    {
        Report(number, SettlementType.Individual);
        Count(pending);
    }
}
