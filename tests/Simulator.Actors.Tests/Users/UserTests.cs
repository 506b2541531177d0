using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Tests.Stages;
using Simulator.Actors.Users;
using Simulator.Primitives;
using Simulator.Protocol.Responses;
using Simulator.Protocol.X402;
using Simulator.Protocol.X402.Sessions;
using Simulator.Records;

namespace Simulator.Actors.Tests.Users;

/// <summary>A user asks on time, pays once, keeps its session, and trusts only what it has checked.</summary>
public sealed class UserTests
{
    private static readonly SimDuration ToTheFirst = SimDuration.FromSeconds(10);

    [Fact]
    public void The_first_question_goes_out_without_payment_and_without_session()
    {
        Stage stage = Asking(out PostInference asked);

        Assert.Equal(1, asked.Attempt);
        Assert.Null(asked.PaymentSignature);
        Assert.Null(asked.Session);
        Assert.True(MlInferenceRequest.TryRead(asked.Body, out MlInferenceRequest? question, out _));
        Assert.Equal("volatility@1.2", question.Model);
        Assert.Equal(new RequestId("traders/1", 1), stage.Said<RequestIssued>().Request);
    }

    [Fact]
    public void A_402_is_paid_once_with_what_was_asked_for()
    {
        Stage stage = Asking(out PostInference asked);
        stage.Forget();

        stage.Deliver(new PaymentRequiredReply(1, Papers.Challenge(), "{}"));

        PostInference paid = stage.Sent<PostInference>();
        Assert.Equal(asked.Body, paid.Body);
        Assert.True(PaymentPayload.FromHeader(paid.PaymentSignature!).TryGet(out PaymentPayload? payment));
        Assert.Equal(Papers.User, ((Permit2Payload)payment.Payload).Authorization.From);
        PaymentAuthorised promise = stage.Said<PaymentAuthorised>();
        Assert.Equal(Papers.Maximum, promise.Maximum);
        Assert.Equal(Papers.PayTo, promise.Recipient);
        Assert.Equal(Papers.Clock.At(stage.Now) + 300, promise.Deadline);
        Assert.Empty(stage.AllSaid<RequestFinished>());
    }

    [Fact]
    public void A_second_402_is_the_refusal_of_the_payment_and_final()
    {
        Stage stage = Asking(out _);
        stage.Deliver(new PaymentRequiredReply(1, Papers.Challenge(), "{}"));
        stage.Forget();

        stage.Deliver(new PaymentRequiredReply(1, Papers.Challenge("permit2_insufficient_balance"), "{}"));

        AssertFinished(stage, RequestFate.Refused, "permit2_insufficient_balance");
        Assert.Empty(stage.AllSent<PostInference>());
    }

    [Fact]
    public void A_402_that_cannot_be_read_or_paid_is_declined_by_name()
    {
        Stage unreadable = Asking(out _);
        unreadable.Deliver(new PaymentRequiredReply(1, "no base64", "{}"));
        AssertFinished(unreadable, RequestFate.Refused, "client_unreadable_requirements");

        Stage unpayable = Asking(out _);
        string inCash = Papers.Challenge(requirements: Papers.Requirements() with { Scheme = "cash" });
        unpayable.Deliver(new PaymentRequiredReply(1, inCash, "{}"));
        AssertFinished(unpayable, RequestFate.Refused, "client_no_acceptable_option");

        Stage anonymous = Asking(out _);
        string toNobody = Papers.Challenge(requirements: Papers.Requirements() with { Extra = null });
        anonymous.Deliver(new PaymentRequiredReply(1, toNobody, "{}"));
        AssertFinished(anonymous, RequestFate.Refused, "client_facilitator_address_missing");
    }

    [Fact]
    public void A_running_session_is_drawn_on_by_the_next_question()
    {
        Stage stage = Asking(out PostInference asked);
        stage.Deliver(new InferenceReply(1, Papers.Answer(asked.Body, Papers.NodeKey), "session-1", Papers.Price));
        stage.Forget();

        stage.Wait(ToTheFirst);

        PostInference next = stage.Sent<PostInference>();
        Assert.Equal(2, next.Attempt);
        Assert.Equal("session-1", next.Session);
        Assert.Null(next.PaymentSignature);
    }

    [Fact]
    public void A_session_that_is_gone_makes_the_user_ask_elsewhere_exactly_once()
    {
        Stage stage = Asking(out PostInference asked);
        stage.Forget();

        stage.Deliver(new PaymentRequiredReply(1, null, SessionErrors.ExpiredOrExhausted));
        PostInference again = stage.Sent<PostInference>();
        stage.Forget();
        stage.Deliver(new PaymentRequiredReply(1, null, SessionErrors.ExpiredOrExhausted));

        Assert.Equal(asked.Body, again.Body);
        Assert.Null(again.Session);
        Assert.Null(again.PaymentSignature);
        Assert.Empty(stage.AllSent<PostInference>());
        AssertFinished(stage, RequestFate.Refused, SessionErrors.ExpiredOrExhausted);
    }

    [Fact]
    public void After_a_lost_session_the_new_node_is_paid_like_any_other()
    {
        Stage stage = Asking(out _);
        stage.Deliver(new PaymentRequiredReply(1, null, SessionErrors.ExpiredOrExhausted));
        stage.Forget();

        stage.Deliver(new PaymentRequiredReply(1, Papers.Challenge(), "{}"));

        Assert.NotNull(stage.Sent<PostInference>().PaymentSignature);
    }

    [Fact]
    public void Patience_ends_a_request_and_a_late_answer_changes_nothing()
    {
        Stage stage = Asking(out PostInference asked);
        stage.Wait(SimDuration.FromSeconds(60));
        RequestFinished[] gone = [.. stage.AllSaid<RequestFinished>().Where(finished => finished.Request.Number == 1)];
        stage.Forget();

        stage.Deliver(new InferenceReply(1, Papers.Answer(asked.Body, Papers.NodeKey), null, Papers.Price));

        Assert.Equal(RequestFate.TimedOut, Assert.Single(gone).Fate);
        Assert.Empty(stage.Observed);
    }

    [Fact]
    public void A_finished_request_is_waited_for_no_longer()
    {
        Stage stage = Asking(out PostInference asked);

        stage.Deliver(new InferenceReply(1, Papers.Answer(asked.Body, Papers.NodeKey), null, Papers.Price));

        AssertFinished(stage, RequestFate.Accepted, null);
        Assert.DoesNotContain(stage.Timers, timer => timer.Message is PatienceEnded);
    }

    [Fact]
    public void An_answer_is_rejected_by_the_name_of_the_first_check_that_fails()
    {
        AssertRejected(body => Papers.Answer(body, Papers.StrangersKey), "TeeIdNotOfSigningKey");
        AssertRejected(body => Papers.Answer([.. body, (byte)' '], Papers.NodeKey), "RequestHashMismatch");
        AssertRejected(body => Papers.Answer(body, Papers.NodeKey, said: "0.2", signed: "0.3"), "OutputHashMismatch");
        AssertRejected(_ => "not json"u8.ToArray(), "NotJson");
        AssertRejected(WithBrokenSignature, "SignatureInvalid");
    }

    [Fact]
    public void A_careless_user_accepts_whatever_it_can_read()
    {
        Stage careless = Asking(out PostInference asked, settings => settings with { ChecksAnswers = false });
        careless.Deliver(new InferenceReply(1, Papers.Answer(asked.Body, Papers.StrangersKey), null, Papers.Price));
        AssertFinished(careless, RequestFate.Accepted, null);

        Stage puzzled = Asking(out _, settings => settings with { ChecksAnswers = false });
        puzzled.Deliver(new InferenceReply(1, "[]"u8.ToArray(), null, Papers.Price));
        AssertFinished(puzzled, RequestFate.Rejected, "NotAnObject");
    }

    [Fact]
    public void An_error_status_is_final_under_its_own_name()
    {
        Stage stage = Asking(out _);

        stage.Deliver(new ErrorReply(1, 503, "queue_full"));

        AssertFinished(stage, RequestFate.Refused, "queue_full");
    }

    [Fact]
    public void Nobody_asks_at_the_end_or_after_it()
    {
        Stage stage = Cast.User().Stage;
        stage.Wait(SimDuration.FromMinutes(5));
        SimTime first = Cast.User().Stage.Timers[0].Due;
        Stage atTheEnd = Cast.User(settings => settings with { AsksUntil = first }).Stage;

        atTheEnd.Wait(SimDuration.FromMinutes(5));
        Stage justBefore = Cast.User(settings => settings with { AsksUntil = first + new SimDuration(1) }).Stage;
        justBefore.Wait(SimDuration.FromMinutes(5));

        // Gaps of 10 s after a first one below 10 s leave room for three or four questions within 35 s.
        Assert.InRange(stage.AllSaid<RequestIssued>().Count, 3, 4);
        Assert.Empty(atTheEnd.AllSaid<RequestIssued>());
        Assert.Single(justBefore.AllSaid<RequestIssued>());
    }

    [Fact]
    public void A_restarted_user_gives_up_what_was_open_and_goes_on_asking_with_the_next_number()
    {
        Stage stage = Asking(out _);

        stage.Restart();
        stage.Wait(ToTheFirst);

        Assert.Equal(RequestFate.TimedOut, stage.Said<RequestFinished>().Fate);
        Assert.Equal([1, 2], stage.AllSaid<RequestIssued>().Select(issued => issued.Request.Number));
    }

    private static Stage Asking(out PostInference asked, Func<UserSettings, UserSettings>? change = null)
    {
        Stage stage = Cast.User(change).Stage;
        stage.Wait(ToTheFirst);
        asked = stage.Sent<PostInference>();
        return stage;
    }

    private static void AssertRejected(Func<byte[], byte[]> answer, string name)
    {
        Stage stage = Asking(out PostInference asked);
        stage.Deliver(new InferenceReply(1, answer(asked.Body), null, Papers.Price));
        AssertFinished(stage, RequestFate.Rejected, name);
    }

    private static void AssertFinished(Stage stage, RequestFate fate, string? reason) =>
        Assert.Equal(new RequestFinished(new RequestId("traders/1", 1), fate, reason), stage.Said<RequestFinished>());

    private static byte[] WithBrokenSignature(byte[] question)
    {
        Assert.True(MlInferenceResponse.TryRead(Papers.Answer(question, Papers.NodeKey), out MlInferenceResponse? answer, out _));
        byte[] signature = answer.Proof.Signature.ToArray();
        signature[^1] ^= 1;
        return (answer with { Proof = answer.Proof with { Signature = signature } }).ToJson();
    }
}
