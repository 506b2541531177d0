using Simulator.Actors.Facilitators.Evidence;
using Simulator.Actors.Facilitators.Evidence.Http;
using Simulator.Protocol.Settlement;
using Simulator.Records;

namespace Simulator.Actors.Tests.Facilitators.Evidence;

/// <summary>What <c>/settle_data</c> answers.</summary>
public sealed class EvidenceDeskTests
{
    [Fact]
    public void Private_settlement_is_accepted_and_ignored()
    {
        Desk desk = new();

        SettleDataReply? reply = desk.Post(1, "private", null);

        Assert.Equal((202, null, EvidenceDesk.PrivateNote), ((int)reply!.Status, reply.Job, reply.Note));
        Assert.Equal(new RequestId("traders/1", 1), desk.Stage.Said<EvidenceWithheld>().Request);
    }

    [Theory]
    [InlineData(null, null, 400)]
    [InlineData("weekly", null, 400)]
    [InlineData("batch", null, 400)]
    [InlineData("batch", "e30=", 400)]
    [InlineData("batch", "eyJ0ZWVfaWQiOiIxMiJ9", 500)]
    public void What_cannot_be_read_is_refused_with_the_services_status(string? type, string? data, int status)
    {
        Desk desk = new();

        SettleDataReply? reply = desk.Post(1, type, data);

        Assert.Equal((status, null), ((int)reply!.Status, reply.Job));
        Assert.Equal(reply.Note, desk.Stage.Said<EvidenceRefused>().Error);
        Assert.Empty(desk.Stage.AllSaid<EvidenceQueued>());
    }

    [Fact]
    public void Jobs_are_named_after_their_type()
    {
        Desk desk = new();

        Assert.StartsWith("settlement-batch-", desk.Report(1, SettlementType.Batch)!.Job);
        Assert.NotEqual(desk.Report(2, SettlementType.Batch)!.Job, desk.Report(3, SettlementType.Batch)!.Job);
    }
}
