using Simulator.Actors.Enclaves;
using Simulator.Actors.Facilitators.Evidence.Http;
using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Tests.Stages;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;

namespace Simulator.Actors.Tests.Gateways;

/// <summary>Every answer is reported to the facilitator that verified its payment, in the form its client asked for.</summary>
public sealed class EvidenceReporterTests
{
    [Theory]
    [InlineData(null, "batch")]
    [InlineData("batch", "batch")]
    [InlineData("inidvidual", "individual")]
    public void An_answer_is_reported_with_what_was_signed(string? asked, string type)
    {
        PostSettleData report = Report(asked, Papers.Answer(PaidGateway.Question, Papers.NodeKey));

        Assert.Equal(("traders/1", 1, type), (report.User, report.RequestNumber, report.Type));
        Assert.True(SettlementTypes.TryParse(report.Type!, out SettlementType parsed, out _));
        Assert.True(SettlementData.TryParse(parsed, report.Data, out SettlementData? data, out _));
        Assert.Equal(Papers.NodeKey.TeeId, data.TeeId);
        Assert.Equal(Keccak256.Hash(PaidGateway.Question).ToString(), data.InputHash);
        Assert.Equal((UInt256)(ulong)Papers.Clock.StartUnixSeconds, data.Timestamp);
        Assert.Equal(Papers.NodeKey.Sign(Message(data)), Convert.FromBase64String(data.TeeSignature));
        if (parsed == SettlementType.Individual)
        {
            // The service takes the spender of a Permit2 payment for its payer.
            Assert.Equal(Deployments.UptoProxy, data.Individual!.EthAddress);
            Assert.Equal("{}", data.Individual.InputJson);
        }
    }

    [Fact]
    public void Private_settlement_is_reported_without_data()
    {
        PostSettleData report = Report("private", Papers.Answer(PaidGateway.Question, Papers.NodeKey));

        Assert.Equal(("private", null), (report.Type, report.Data));
    }

    [Theory]
    [InlineData("batch", "batch")]
    [InlineData("individual", "private")]
    public void An_answer_without_proof_is_reported_with_placeholders_or_not_published(string asked, string type)
    {
        PostSettleData report = Report(asked, "answer"u8.ToArray());

        Assert.Equal(type, report.Type);
        if (report.Data is not null)
        {
            Assert.True(SettlementData.TryParse(SettlementType.Batch, report.Data, out SettlementData? data, out _));
            Assert.Equal(SettlementData.PlaceholderTeeId, data.TeeId);
            Assert.Equal(SettlementData.PlaceholderSignature, data.TeeSignature);
        }
    }

    [Fact]
    public void Nothing_is_reported_where_no_facilitator_settles_evidence()
    {
        PaidGateway gateway = new();

        gateway.Answer(gateway.Computing());

        Assert.Empty(gateway.Stage.AllSent<PostSettleData>());
    }

    private static Hash32 Message(SettlementData data) => Protocol.Responses.TeeMessage.OfAnswer(
        Hash32.Parse(data.InputHash), Hash32.Parse(data.OutputHash), (long)data.Timestamp.Low);

    private static PostSettleData Report(string? asked, byte[] answer)
    {
        PaidGateway gateway = new(settings => settings with
        {
            Facilitators = [settings.Facilitators[0] with { Evidence = Cast.Desk }],
        });
        string header = gateway.Payment();
        gateway.Stage.Deliver(new PostInference(1, PaidGateway.Question, header, null, asked), Cast.Client);
        gateway.Verify(gateway.Stage.Sent<Actors.Facilitators.Http.PostVerify>());
        ulong ticket = gateway.Stage.Sent<ComputeInference>().Ticket;
        gateway.Stage.Deliver(
            new InferenceComputed(
                ticket, answer, "volatility@1.2", "blob", Hash32.Zero, Hash32.Zero, SimDuration.Zero, SimDuration.Zero),
            Cast.EnclaveOfGateway);
        return gateway.Stage.Sent<PostSettleData>();
    }
}
