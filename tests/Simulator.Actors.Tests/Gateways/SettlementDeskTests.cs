using System.Text;
using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Tests.Stages;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;
using Simulator.Protocol.X402.Sessions;
using Simulator.Records;

namespace Simulator.Actors.Tests.Gateways;

/// <summary>A gateway gets its money: once per session, from the facilitator that verified, and again when nobody answers.</summary>
public sealed class SettlementDeskTests
{
    private static readonly Hash32 Transaction = Keccak256.Hash([1]);

    [Fact]
    public void An_idle_session_is_settled_for_what_it_has_cost()
    {
        PaidGateway gateway = new();
        string session = gateway.Session();
        gateway.Stage.Wait(SimDuration.FromSeconds(100));
        Assert.Empty(gateway.Stage.AllSent<PostSettle>());

        PostSettle call = gateway.Settling();

        Assert.Equal("40000000000000000", PaidGateway.RequirementsIn(call.Body).Amount);
        Assert.Equal(new SettlementRequested(session, "main/1", Papers.Price), gateway.Stage.Said<SettlementRequested>());
    }

    [Fact]
    public void A_busy_session_is_settled_when_its_deadline_comes_near()
    {
        PaidGateway gateway = new();
        string session = gateway.Session();
        for (int attempt = 2; attempt <= 5; attempt++)
        {
            gateway.Stage.Wait(SimDuration.FromSeconds(50));
            gateway.Answer(gateway.Draw(session, attempt));
        }

        gateway.Settling();

        // 300 s of life less a margin of 60 s: due from 240 s on, which is a sweep's instant, long before 100 idle seconds.
        Assert.Equal(240, gateway.Stage.Now.WholeSeconds);
    }

    [Fact]
    public void A_session_with_a_request_under_way_is_not_settled()
    {
        PaidGateway gateway = new();
        gateway.Draw(gateway.Session(), 2);
        gateway.Stage.Forget();

        gateway.Stage.Wait(SimDuration.FromSeconds(230));

        Assert.Empty(gateway.Stage.AllSent<PostSettle>());
    }

    [Fact]
    public void A_single_use_session_is_settled_at_once_and_gives_no_id_away()
    {
        PaidGateway gateway = new(settings => settings with { Sessions = new SessionRules { SingleUse = true } });

        InferenceReply reply = gateway.Answer(gateway.Computing());

        Assert.Null(reply.Session);
        Assert.Equal("40000000000000000", PaidGateway.RequirementsIn(gateway.Stage.Sent<PostSettle>().Body).Amount);
    }

    [Fact]
    public void A_finished_job_ends_the_session()
    {
        PaidGateway gateway = new();
        string session = gateway.Session();

        Conclude(gateway, new SettleResponse(true, Transaction.ToString(), "eip155:8453"));

        Assert.Equal(
            new SettlementFinished(session, "main/1", Papers.Price, Transaction, null), gateway.Stage.Said<SettlementFinished>());
        AssertGone(gateway, session);
    }

    [Fact]
    public void A_terminal_failure_ends_the_session_too_and_moves_nothing()
    {
        PaidGateway gateway = new();
        string session = gateway.Session();

        Conclude(gateway, new SettleResponse(false, "", "eip155:8453", "permit2_insufficient_balance"));

        Assert.Equal(
            new SettlementFinished(session, "main/1", OpgAmount.Zero, null, "permit2_insufficient_balance"),
            gateway.Stage.Said<SettlementFinished>());
        AssertGone(gateway, session);
    }

    [Fact]
    public void A_facilitator_that_never_answers_is_asked_again_at_a_later_sweep()
    {
        PaidGateway gateway = new();
        gateway.Session();
        PostSettle first = gateway.Settling();

        PostSettle second = gateway.Settling();

        Assert.NotEqual(first.Call, second.Call);
        Assert.Equal(first.Body, second.Body);
    }

    [Fact]
    public void A_full_facilitator_is_asked_again()
    {
        PaidGateway gateway = new();
        gateway.Session();
        PostSettle first = gateway.Settling();

        gateway.Stage.Deliver(new SettleReply(first.Call, null), Cast.FirstFacilitator);

        Assert.Equal(first.Body, gateway.Settling().Body);
    }

    [Fact]
    public void A_facilitator_that_forgot_the_job_is_asked_again()
    {
        PaidGateway gateway = new();
        gateway.Session();
        GetSettlement poll = Poll(gateway);

        gateway.Stage.Deliver(new SettlementReply(poll.Call, "unknown", []), Cast.FirstFacilitator);

        Assert.NotEmpty(gateway.Settling().Body);
    }

    [Fact]
    public void A_job_that_takes_its_time_is_polled_every_two_seconds()
    {
        PaidGateway gateway = new();
        gateway.Session();
        GetSettlement poll = Poll(gateway);
        gateway.Stage.Deliver(new SettlementReply(poll.Call, "processing", []), Cast.FirstFacilitator);
        gateway.Stage.Forget();

        gateway.Stage.Wait(SimDuration.FromSeconds(6));

        Assert.Equal(3, gateway.Stage.AllSent<GetSettlement>().Count);
        Assert.Empty(gateway.Stage.AllSent<PostSettle>());
    }

    [Fact]
    public void After_a_restart_a_settlement_that_was_under_way_is_asked_for_again()
    {
        PaidGateway gateway = new();
        gateway.Session();
        PostSettle first = gateway.Settling();

        gateway.Stage.Restart();

        Assert.Equal(first.Body, gateway.Settling().Body);
    }

    private static GetSettlement Poll(PaidGateway gateway)
    {
        PostSettle call = gateway.Settling();
        gateway.Stage.Deliver(new SettleReply(call.Call, "payment-1"), Cast.FirstFacilitator);
        gateway.Stage.Wait(SimDuration.FromSeconds(2));
        return gateway.Stage.Sent<GetSettlement>();
    }

    private static void Conclude(PaidGateway gateway, SettleResponse response)
    {
        GetSettlement poll = Poll(gateway);
        gateway.Stage.Deliver(
            new SettlementReply(poll.Call, "succeeded", Encoding.UTF8.GetBytes(response.ToJson())), Cast.FirstFacilitator);
    }

    private static void AssertGone(PaidGateway gateway, string session)
    {
        gateway.Stage.Forget();
        gateway.Stage.Wait(SimDuration.FromMinutes(10));
        gateway.Stage.Deliver(new PostInference(9, PaidGateway.Question, null, session), Cast.Client);

        Assert.Empty(gateway.Stage.AllSent<PostSettle>());
        Assert.Equal(SessionErrors.ExpiredOrExhausted, gateway.Stage.Sent<PaymentRequiredReply>().Body);
    }
}
