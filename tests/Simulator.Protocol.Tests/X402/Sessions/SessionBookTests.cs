using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.X402.Sessions;

public sealed class SessionBookTests
{
    private const long Now = (long)Payments.Now * 1000;
    private const string Method = "POST";
    private const string Path = "/v1/chat/completions";

    private static readonly UInt256 Maximum = UInt256.Parse(Payments.UptoRequirements.Amount);

    private readonly SessionBook book = new(new SessionSettings());

    [Theory]
    [InlineData(100, 60, 15)]
    [InlineData(100, 100, 25)]
    [InlineData(3600, 600, 30)]
    [InlineData(10, 60, 5)]
    public void The_sweep_period_is_a_quarter_of_the_shorter_time_within_bounds(int idle, int margin, int period) =>
        Assert.Equal(period, new SessionSettings(idle, margin).SweepPeriodSeconds);

    [Fact]
    public void A_verified_payment_opens_a_session_and_the_same_header_continues_it()
    {
        GatewaySession session = Open("a");

        SessionAdmission again = book.Admit(
            Header(session), session.Payment, session.Requirements, "GET", "/other", "b", Now + 1);

        SessionAdmission.Granted granted = Assert.IsType<SessionAdmission.Granted>(again);
        Assert.False(granted.IsNew);
        Assert.Same(session, granted.Session);
        Assert.Equal(1, book.Count);
    }

    [Fact]
    public void A_session_header_is_bound_to_method_and_path()
    {
        Open("a");

        Assert.IsType<SessionAdmission.Granted>(book.Resume("a", Method, Path, Now));
        AssertExpired(book.Resume("a", "GET", Path, Now));
        AssertExpired(book.Resume("a", Method, "/v1/completions", Now));
        AssertExpired(book.Resume("unknown", Method, Path, Now));
    }

    [Fact]
    public void No_session_opens_on_a_deadline_within_the_margin_or_without_one()
    {
        PaymentPayload payment = Payments.Upto();
        long lastMoment = ((long)Payments.Now + 300 - 60) * 1000;

        Assert.IsType<SessionAdmission.Granted>(Admit(payment, "early", lastMoment - 1));
        SessionAdmission late = Admit(payment with { X402Version = 3 }, "late", lastMoment);
        SessionAdmission without = Admit(
            payment with { Payload = new OpaquePayload(JsonText.Parse("{}")) }, "without", Now);

        Assert.Equal(new SessionAdmission.Refused(SessionRefusal.DeadlineMissingOrTooSoon), late);
        Assert.Equal(new SessionAdmission.Refused(SessionRefusal.DeadlineMissingOrTooSoon), without);
        Assert.Equal(
            """{"error": "Payment authorization deadline missing or too soon"}""",
            SessionReply.For(SessionRefusal.DeadlineMissingOrTooSoon).Body);
    }

    [Fact]
    public void A_session_takes_no_requests_within_the_margin_of_its_deadline()
    {
        Open("a");
        long lastMoment = ((long)Payments.Now + 300 - 60) * 1000;

        Assert.IsType<SessionAdmission.Granted>(book.Resume("a", Method, Path, lastMoment - 1));
        AssertExpired(book.Resume("a", Method, Path, lastMoment));
    }

    [Fact]
    public void Cost_that_would_pass_the_maximum_is_not_charged_and_the_session_stays_open()
    {
        GatewaySession session = Open("a");

        Assert.Equal(CostOutcome.Added, book.AddCost("a", Maximum - 1UL, Now + 5));
        Assert.Equal(CostOutcome.BeyondMaximum, book.AddCost("a", 2UL, Now + 6));
        Assert.Equal(CostOutcome.Nothing, book.AddCost("a", UInt256.Zero, Now + 7));
        Assert.Equal(Maximum - 1UL, session.Accumulated);
        Assert.Equal(Now + 5, session.LastActivityMilliseconds);
        Assert.IsType<SessionAdmission.Granted>(book.Resume("a", Method, Path, Now + 8));

        Assert.Equal(CostOutcome.Added, book.AddCost("a", 1UL, Now + 9));
        Assert.True(session.IsExhausted);
        AssertExpired(book.Resume("a", Method, Path, Now + 10));
        AssertExpired(Admit(session.Payment, "b", Now + 10));
    }

    [Fact]
    public void Sessions_become_due_by_deadline_then_idleness_then_exhaustion()
    {
        Open("exhausted", 1);
        Open("idle", 2);
        Open("deadline", 3, deadlineSeconds: 150);
        Open("free", 4);
        Open("busy", 5);
        book.AddCost("idle", 1UL, Now);
        book.AddCost("deadline", 1UL, Now + 80_000);
        book.AddCost("exhausted", Maximum, Now + 80_000);
        book.AddCost("busy", 1UL, Now + 80_000);

        Assert.Equal(["exhausted"], Due(Now + 89_999));
        Assert.Equal(["deadline", "exhausted"], Due(Now + 100_000));
        Assert.Equal(["deadline", "idle", "exhausted"], Due(Now + 100_001));
    }

    [Fact]
    public void A_session_being_settled_takes_no_cost_and_comes_back_when_the_settlement_fails()
    {
        GatewaySession session = Open("a");
        book.AddCost("a", 5UL, Now);

        Assert.True(book.TryClaim("a"));
        Assert.False(book.TryClaim("a"));
        Assert.Equal(CostOutcome.SessionClosed, book.AddCost("a", 1UL, Now));
        AssertExpired(book.Resume("a", Method, Path, Now));
        Assert.Empty(Due(Now + 200_000));
        Assert.Equal("5", session.SettleRequest().Requirements.Amount);

        book.Release("a");
        Assert.Equal(["a"], Due(Now + 200_000));
    }

    [Fact]
    public void A_settled_session_is_forgotten_and_its_header_may_open_another()
    {
        GatewaySession session = Open("a");
        book.AddCost("a", 5UL, Now);
        book.TryClaim("a");

        book.Close("a");

        Assert.Equal(0, book.Count);
        Assert.Equal(CostOutcome.SessionClosed, book.AddCost("a", 1UL, Now));
        Assert.True(Assert.IsType<SessionAdmission.Granted>(Admit(session.Payment, "b", Now)).IsNew);
    }

    private static string Header(GatewaySession session) => session.Payment.ToHeader();

    private static void AssertExpired(SessionAdmission admission)
    {
        SessionAdmission.Refused refused = Assert.IsType<SessionAdmission.Refused>(admission);
        Assert.Equal(SessionRefusal.ExpiredOrExhausted, refused.Refusal);
        HttpReply reply = SessionReply.For(refused.Refusal);
        Assert.Equal(402, reply.Status);
        Assert.Equal("""{"error": "Session expired or exhausted"}""", reply.Body);
        Assert.Null(reply.Header(X402Protocol.PaymentRequiredHeader));
    }

    private string[] Due(long now) => [.. book.Due(now).Select(session => session.Id)];

    private SessionAdmission Admit(PaymentPayload payment, string id, long now) =>
        book.Admit(payment.ToHeader(), payment, Payments.UptoRequirements, Method, Path, id, now);

    private GatewaySession Open(string id, ulong nonce = 1, ulong deadlineSeconds = 300)
    {
        PaymentPayload payment = Payments.Signed(
            Payments.UptoAuthorization with { Nonce = nonce, Deadline = Payments.Now + deadlineSeconds },
            Payments.UptoRequirements);
        SessionAdmission.Granted granted = Assert.IsType<SessionAdmission.Granted>(Admit(payment, id, Now));
        Assert.True(granted.IsNew);
        return granted.Session;
    }
}
