using Simulator.Primitives;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.X402.Sessions;

namespace Simulator.Protocol.Tests.X402.Sessions;

/// <summary>Rules of the gateway's session middleware, newest form (protocol facts §4.7).</summary>
public sealed class UptoSessionsTests
{
    private const long Now = (long)Payments.Now;
    private const long LastMoment = Now + 300 - 60;
    private const string Route = "POST /v1/chat/completions";

    private static readonly OpgAmount Maximum = new(100_000_000_000_000_000);
    private static readonly OpgAmount Unit = new(1);

    private readonly UptoSessions sessions = new(new SessionRules());

    [Theory]
    [InlineData(100, 60, 15)]
    [InlineData(100, 100, 25)]
    [InlineData(3600, 600, 30)]
    [InlineData(10, 60, 5)]
    public void The_sweep_period_is_a_quarter_of_the_shorter_time_within_bounds(int idle, int margin, int period) =>
        Assert.Equal(
            period, new SessionRules { IdleSeconds = idle, SafetyMarginSeconds = margin }.ReaperPeriodSeconds);

    [Fact]
    public void A_repeated_payment_header_stands_for_its_session_and_opens_no_other()
    {
        UptoSession session = Serve("a", Unit, Now);

        Assert.True(sessions.IsKnown("a's payment"));
        Assert.Same(session, sessions.ResumeByHeader("a's payment", Route, Now));
        Assert.False(sessions.IsKnown("another payment"));
        Assert.Null(sessions.ResumeByHeader("another payment", Route, Now));
        Assert.Equal(1, sessions.Count);
    }

    [Fact]
    public void A_session_header_is_bound_to_method_and_path()
    {
        UptoSession session = Serve("a", Unit, Now);

        Assert.Same(session, sessions.Resume("a", Route, Now));
        Assert.Null(sessions.Resume("a", "GET /v1/chat/completions", Now));
        Assert.Null(sessions.Resume("a", "POST /v1/completions", Now));
        Assert.Null(sessions.Resume("unknown", Route, Now));
    }

    [Fact]
    public void No_session_opens_from_exactly_the_margin_before_the_deadline_on()
    {
        Assert.NotNull(Open("early", LastMoment - 1));
        Assert.Null(Open("late", LastMoment));
        Assert.Null(Open("too late", LastMoment + 100_000));
        Assert.False(sessions.IsKnown("late's payment"));
    }

    [Fact]
    public void A_session_takes_no_requests_from_exactly_the_margin_before_its_deadline_on()
    {
        Serve("a", Unit, Now);

        Assert.NotNull(sessions.Resume("a", Route, LastMoment - 1));
        Assert.Null(sessions.Resume("a", Route, LastMoment));
    }

    [Fact]
    public void Cost_that_would_pass_the_maximum_is_not_charged_and_the_session_stays_open()
    {
        UptoSession session = Serve("a", Maximum - Unit, Now);

        UptoSession again = Assert.IsType<UptoSession>(sessions.Resume("a", Route, Now + 1));
        Assert.False(UptoSessions.Complete(again, Unit + Unit, Now + 2));
        Assert.Equal(Maximum - Unit, session.Accumulated);

        UptoSession last = Assert.IsType<UptoSession>(sessions.Resume("a", Route, Now + 3));
        Assert.True(UptoSessions.Complete(last, Unit, Now + 4));
        Assert.True(session.Exhausted);
        Assert.Null(sessions.Resume("a", Route, Now + 5));
        Assert.Null(sessions.ResumeByHeader("a's payment", Route, Now + 5));
    }

    [Fact]
    public void A_failed_request_costs_nothing()
    {
        UptoSession session = Assert.IsType<UptoSession>(Open("a", Now));

        UptoSessions.Abort(session, Now + 1);

        Assert.Equal(OpgAmount.Zero, session.Accumulated);
        Assert.Empty(sessions.Reap(LastMoment));
    }

    [Fact]
    public void Sessions_become_due_by_deadline_then_idleness_then_exhaustion()
    {
        Serve("exhausted", Maximum, Now + 80);
        Serve("idle", Unit, Now);
        Serve("deadline", Unit, Now + 80, signedFor: 161);
        Serve("free", OpgAmount.Zero, Now);
        Serve("busy", Unit, Now + 80);

        Assert.Equal(["exhausted"], Due(Now + 100));
        Assert.Equal(["deadline", "idle", "exhausted"], Due(Now + 101));
    }

    [Fact]
    public void A_request_in_flight_holds_the_settlement_back_until_its_cost_is_known()
    {
        UptoSession session = Serve("a", Unit, Now);
        sessions.Resume("a", Route, Now);

        Assert.Empty(sessions.Reap(LastMoment));

        UptoSessions.Complete(session, Unit, LastMoment);
        Assert.Equal(Unit + Unit, Assert.Single(sessions.Reap(LastMoment)).Accumulated);
    }

    [Fact]
    public void A_session_being_settled_is_closed_to_requests_and_comes_back_when_the_settlement_could_not_be_asked_for()
    {
        Serve("a", Unit, Now);

        Assert.Single(sessions.Reap(Now + 101));
        Assert.Empty(sessions.Reap(Now + 102));
        Assert.Null(sessions.Resume("a", Route, Now + 102));

        sessions.Release("a");
        Assert.Single(sessions.Reap(Now + 103));
    }

    [Fact]
    public void A_settled_session_is_forgotten_and_its_header_may_open_another()
    {
        Serve("a", Unit, Now);
        sessions.Reap(Now + 101);

        sessions.Remove("a");

        Assert.Equal(0, sessions.Count);
        Assert.False(sessions.IsKnown("a's payment"));
        Assert.NotNull(Open("a", Now + 102));
    }

    [Fact]
    public void A_session_that_never_cost_anything_is_dropped_once_its_deadline_has_passed()
    {
        Serve("free", OpgAmount.Zero, Now);

        Assert.Empty(sessions.Reap(Now + 300));
        Assert.Equal(1, sessions.Count);

        Assert.Empty(sessions.Reap(Now + 301));
        Assert.Equal(0, sessions.Count);
    }

    [Fact]
    public void A_single_use_session_serves_one_request_and_is_due_at_once()
    {
        UptoSessions single = new(new SessionRules { SingleUse = true });
        UptoSession session = Assert.IsType<UptoSession>(single.Open("a", "payment", Terms(300), Now));
        UptoSessions.Complete(session, Unit, Now);

        Assert.Null(single.Resume("a", Route, Now));
        Assert.Same(session, Assert.Single(single.Reap(Now)));
    }

    private string[] Due(long now)
    {
        string[] due = [.. sessions.Reap(now).Select(session => session.Id)];
        Array.ForEach(due, sessions.Release);
        return due;
    }

    private UptoSession? Open(string id, long now, ulong signedFor = 300) =>
        sessions.Open(id, id + "'s payment", Terms(signedFor), now);

    private UptoSession Serve(string id, OpgAmount cost, long now, ulong signedFor = 300)
    {
        UptoSession session = Assert.IsType<UptoSession>(Open(id, now, signedFor));
        Assert.True(UptoSessions.Complete(session, cost, now));
        return session;
    }

    private static SessionTerms Terms(ulong signedFor)
    {
        Permit2Authorization authorization =
            Payments.UptoAuthorization with { Deadline = Payments.Now + signedFor };
        return new SessionTerms(Payments.Upto(), Payments.UptoRequirements, authorization, Maximum, Route);
    }
}
