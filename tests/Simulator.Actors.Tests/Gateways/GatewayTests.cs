using Simulator.Actors.Enclaves;
using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Tests.Stages;
using Simulator.Primitives;
using Simulator.Protocol.X402;
using Simulator.Protocol.X402.Sessions;
using Simulator.Records;

namespace Simulator.Actors.Tests.Gateways;

/// <summary>A gateway serves what is paid for, charges what it served, and tells everybody else why not.</summary>
public sealed class GatewayTests
{
    [Fact]
    public void Without_payment_the_answer_is_a_402_with_this_nodes_terms()
    {
        PaidGateway gateway = new();

        gateway.Stage.Deliver(new PostInference(5, PaidGateway.Question, null, null), Cast.Client);

        PaymentRequiredReply reply = gateway.Stage.Sent<PaymentRequiredReply>();
        Assert.Equal(5, reply.Attempt);
        Assert.True(PaymentRequired.FromHeader(reply.Header!).TryGet(out PaymentRequired? required));
        Assert.Equal(Papers.Requirements(), Assert.Single(required.Accepts));
        Assert.Equal("Payment required", required.Error);
    }

    [Fact]
    public void A_header_that_cannot_be_decoded_counts_as_no_payment()
    {
        PaidGateway gateway = new();

        gateway.Stage.Deliver(new PostInference(1, PaidGateway.Question, "%%%", null), Cast.Client);

        Assert.Equal("Payment required", PaidGateway.ErrorIn(gateway.Stage.Sent<PaymentRequiredReply>()));
        Assert.Empty(gateway.Stage.AllSent<PostVerify>());
    }

    [Fact]
    public void A_payment_on_other_terms_matches_nothing()
    {
        PaidGateway gateway = new();
        string cheaper = Papers.Pay(Papers.Challenge(requirements: Papers.Requirements(amount: "5"))).ToHeader();

        gateway.Stage.Deliver(new PostInference(1, PaidGateway.Question, cheaper, null), Cast.Client);

        Assert.Equal("No matching payment requirements", PaidGateway.ErrorIn(gateway.Stage.Sent<PaymentRequiredReply>()));
        Assert.Empty(gateway.Stage.AllSent<PostVerify>());
    }

    [Fact]
    public void A_payment_is_verified_by_the_facilitator_that_it_names()
    {
        PaidGateway gateway = new();

        PostVerify call = gateway.Offer(gateway.Payment());

        Assert.Equal(Papers.Requirements(), PaidGateway.RequirementsIn(call.Body));
        Assert.Equal(Cast.FirstFacilitator, gateway.Stage.Told.Single(sent => sent.Message is PostVerify).To);
    }

    [Theory]
    [InlineData("permit2_insufficient_balance")]
    [InlineData("invalid_permit2_signature")]
    public void The_facilitators_refusal_reaches_the_client_by_name(string name)
    {
        PaidGateway gateway = new();

        gateway.Verify(gateway.Offer(gateway.Payment()), name);

        Assert.Equal(name, PaidGateway.ErrorIn(gateway.Stage.Sent<PaymentRequiredReply>()));
        PaymentVerified said = gateway.Stage.Said<PaymentVerified>();
        Assert.Equal(new PaymentVerified(new RequestId("traders/1", 1), "main/1", name), said with { Payment = null });
        Assert.Empty(gateway.Stage.AllSent<ComputeInference>());
    }

    [Fact]
    public void A_facilitator_that_answers_nonsense_refuses_under_the_general_name()
    {
        PaidGateway gateway = new();
        PostVerify call = gateway.Offer(gateway.Payment());

        gateway.Stage.Deliver(new VerifyReply(call.Call, "{"u8.ToArray()), Cast.FirstFacilitator);

        Assert.Equal("unexpected_verify_error", PaidGateway.ErrorIn(gateway.Stage.Sent<PaymentRequiredReply>()));
    }

    [Fact]
    public void A_paid_answer_comes_with_the_session_it_opened()
    {
        PaidGateway gateway = new();
        ComputeInference work = gateway.Computing();
        SessionOpened opened = gateway.Stage.Said<SessionOpened>();

        InferenceReply reply = gateway.Answer(work);

        Assert.Equal(opened.Session, reply.Session);
        Assert.Equal(Papers.Maximum, opened.Maximum);
        Assert.Equal(Papers.User, opened.Payer);
        Assert.Equal(Papers.Price, reply.Cost);
        Assert.True(gateway.Stage.Said<SessionCharged>().Accepted);
    }

    [Fact]
    public void A_session_is_drawn_on_without_another_verification_by_its_id_or_by_its_payment_header()
    {
        PaidGateway gateway = new();
        string header = gateway.Payment();
        gateway.Verify(gateway.Offer(header));
        string session = gateway.Answer(gateway.Stage.Sent<ComputeInference>()).Session!;

        gateway.Draw(session, 2);
        gateway.Stage.Deliver(new PostInference(3, PaidGateway.Question, header, null), Cast.Client);

        Assert.Equal(2, gateway.Stage.AllSent<ComputeInference>().Count);
        Assert.Empty(gateway.Stage.AllSent<PostVerify>());
    }

    [Fact]
    public void A_session_nobody_knows_is_a_402_without_terms()
    {
        PaidGateway gateway = new();

        gateway.Stage.Deliver(new PostInference(1, PaidGateway.Question, null, "no such session"), Cast.Client);

        Assert.Equal(new PaymentRequiredReply(1, null, SessionErrors.ExpiredOrExhausted), gateway.Stage.Sent<PaymentRequiredReply>());
    }

    [Fact]
    public void A_cost_that_no_longer_fits_under_the_maximum_makes_the_answer_free()
    {
        PaidGateway gateway = new();
        string session = gateway.Session();
        gateway.Answer(gateway.Draw(session, 2));

        InferenceReply third = gateway.Answer(gateway.Draw(session, 3));

        Assert.Equal("answer"u8.ToArray(), third.Body);
        Assert.False(gateway.Stage.Said<SessionCharged>().Accepted);
        Assert.Equal("80000000000000000", PaidGateway.RequirementsIn(gateway.Settling().Body).Amount);
    }

    [Fact]
    public void A_full_queue_is_a_503_and_costs_nothing()
    {
        PaidGateway gateway = new();
        ComputeInference work = gateway.Computing();
        gateway.Stage.Forget();

        gateway.Stage.Deliver(new InferenceRefused(work.Ticket, 503, Enclave.QueueFull), Cast.EnclaveOfGateway);
        gateway.Stage.Wait(SimDuration.FromMinutes(10));

        Assert.Equal(new ErrorReply(1, 503, "queue_full"), gateway.Stage.Sent<ErrorReply>());
        Assert.Empty(gateway.Stage.AllSaid<SessionCharged>());
        Assert.Empty(gateway.Stage.AllSent<PostSettle>());
    }

    [Fact]
    public void Too_near_its_deadline_an_authorisation_opens_no_session_and_a_session_serves_no_more()
    {
        PaidGateway late = new();
        string header = late.Payment();
        late.Stage.Wait(SimDuration.FromSeconds(241));
        late.Stage.Forget();
        late.Verify(late.Offer(header));
        Assert.Equal(new PaymentRequiredReply(1, null, SessionErrors.DeadlineTooSoon), late.Stage.Sent<PaymentRequiredReply>());

        PaidGateway busy = new();
        string session = busy.Session();
        ComputeInference held = busy.Draw(session, 2);
        busy.Stage.Wait(SimDuration.FromSeconds(239));
        ComputeInference last = busy.Draw(session, 3);
        busy.Stage.Wait(SimDuration.FromSeconds(1));
        busy.Stage.Deliver(new PostInference(4, PaidGateway.Question, null, session), Cast.Client);
        Assert.Equal(SessionErrors.ExpiredOrExhausted, busy.Stage.Sent<PaymentRequiredReply>().Body);
        Assert.True(last.Ticket > held.Ticket);
    }

    [Fact]
    public void A_restarted_gateway_forgets_what_was_under_way_and_still_settles_what_was_served()
    {
        PaidGateway gateway = new();
        string session = gateway.Session();
        ComputeInference lost = gateway.Draw(session, 2);

        gateway.Stage.Restart();
        gateway.Stage.Deliver(new InferenceRefused(lost.Ticket, 503, Enclave.QueueFull), Cast.EnclaveOfGateway);

        Assert.Equal("40000000000000000", PaidGateway.RequirementsIn(gateway.Settling().Body).Amount);
        Assert.Empty(gateway.Stage.AllSent<ErrorReply>());
    }
}
