using Simulator.Checkers.Registry;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Tests;

/// <summary>The judge of standing rebuilds the registry from its events and holds followers to their readings.</summary>
public sealed class AnswersActiveTests
{
    private static readonly Hash32 Tee = Keccak256.Hash("tee"u8);
    private static readonly Hash32 Code = Keccak256.Hash("code"u8);
    private static readonly RequestId Request = new("users/1", 1);
    private static readonly RegistryFollowed Follower = new("users/1");
    private static readonly RequestFinished Accepted = new(Request, RequestFate.Accepted, null);

    private static Observation[] Registered =>
        [Change(0, RegistryChange.MeasurementApproved), Block(0), Change(1, RegistryChange.Registered), Block(1)];

    [Fact]
    public void An_answer_of_a_registered_enclave_holds()
    {
        AnswersActive judge = Judge(1, Registered);

        Assert.Equal((0L, 1L), (judge.ViolationCount, judge.Judged));
    }

    [Fact]
    public void A_reading_is_judged_at_its_own_block_and_not_at_a_later_one()
    {
        Observation[] revoked = [.. Registered, Change(2, RegistryChange.MeasurementRevoked), Block(2)];

        Assert.Equal(0, Judge(1, revoked).ViolationCount);
        Assert.Contains("not active at block 2", Assert.Single(Judge(2, revoked).Violations).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reading_of_a_block_that_is_announced_later_waits_for_it()
    {
        AnswersActive judge = Facts.Judge(
            new AnswersActive(),
            [.. Registered, Follower, Read(2, active: true), Answer(), Accepted, Change(2, RegistryChange.Disabled), Block(2)]);

        Assert.Contains("not active at block 2", Assert.Single(judge.Violations).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reading_of_a_block_that_never_was_is_seen() => Assert.Contains(
        "which does not exist", Assert.Single(Judge(9, Registered).Violations).What, StringComparison.Ordinal);

    [Theory]
    [InlineData(RegistryChange.Disabled)]
    [InlineData(RegistryChange.MeasurementRevoked)]
    public void What_takes_an_enclave_out_of_service_counts_in_the_same_block(RegistryChange change) =>
        Assert.Equal(1, Judge(2, [.. Registered, Change(2, change), Block(2)]).ViolationCount);

    [Fact]
    public void An_old_heartbeat_ends_activity_and_a_new_one_brings_it_back()
    {
        Observation[] aged = [.. Registered, Block(1801)];
        Observation[] stale = [.. aged, Block(1802)];
        Observation[] beaten = [.. stale, Change(1803, RegistryChange.HeartbeatTaken), Block(1803)];

        Assert.Equal(0, Judge(1801, aged).ViolationCount);
        Assert.Equal(1, Judge(1802, stale).ViolationCount);
        Assert.Equal(0, Judge(1803, beaten).ViolationCount);
    }

    [Fact]
    public void Approval_alone_does_not_put_an_enclave_back_into_service()
    {
        Observation[] approved =
        [
            .. Registered,
            Change(2, RegistryChange.MeasurementRevoked), Block(2),
            Change(3, RegistryChange.MeasurementApproved), Block(3),
        ];
        Observation[] enabled = [.. approved, Change(4, RegistryChange.Enabled), Block(4)];

        Assert.Equal(1, Judge(3, approved).ViolationCount);
        Assert.Equal(0, Judge(4, enabled).ViolationCount);
    }

    [Fact]
    public void A_follower_who_accepts_without_reading_is_seen()
    {
        AnswersActive judge = Facts.Judge(new AnswersActive(), [.. Registered, Follower, Answer(), Accepted]);

        Assert.Contains("without having read", Assert.Single(judge.Violations).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_follower_who_accepts_against_its_reading_is_seen() => Assert.Equal(
        1,
        Facts.Judge(new AnswersActive(), [.. Registered, Follower, Read(1, active: false), Answer(), Accepted]).ViolationCount);

    [Fact]
    public void Users_who_do_not_follow_the_registry_are_not_judged() => Assert.Equal(
        0, Facts.Judge(new AnswersActive(), [.. Registered, Change(2, RegistryChange.Disabled), Block(2), Answer(), Accepted]).Judged);

    [Fact]
    public void Without_a_registry_active_means_attested_beforehand()
    {
        NodeAttested attested = new(Tee, [], "", [], Code, 0);

        Assert.Equal(0, Facts.Judge(new AnswersActive(), attested, Answer(), Accepted).ViolationCount);
        Assert.Equal(1, Facts.Judge(new AnswersActive(), Answer(), Accepted).ViolationCount);
    }

    private static AnswersActive Judge(long height, Observation[] chain) =>
        Facts.Judge(new AnswersActive(), [.. chain, Follower, Read(height, active: true), Answer(), Accepted]);

    private static StandingRead Read(long height, bool active) => new(Request, Tee, active, height);

    private static AnswerReceived Answer() =>
        new(Request, Tee, Hash32.Zero, Hash32.Zero, 0, [], OpgAmount.Zero);

    // One block a second: the height is the time.
    private static BlockProduced Block(long height) =>
        new("inference", height, height, Hash32.Zero, Hash32.Zero, 0, OpgAmount.Zero);

    private static RegistryChanged Change(long height, RegistryChange change)
    {
        bool ofCode = change is RegistryChange.MeasurementApproved or RegistryChange.MeasurementRevoked;
        return new(height, height, change, ofCode ? Hash32.Zero : Tee, Code, 0, Hash32.Zero);
    }
}
