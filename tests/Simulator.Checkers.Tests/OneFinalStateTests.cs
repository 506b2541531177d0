using Simulator.Checkers.Requests;
using Simulator.Records;

namespace Simulator.Checkers.Tests;

public sealed class OneFinalStateTests
{
    [Fact]
    public void Requests_that_each_end_once_hold()
    {
        OneFinalState checker = Facts.Judge(
            new OneFinalState(), Facts.Issued(1), Facts.Issued(2), Facts.Finished(2), Facts.Finished(1));

        Assert.Equal(0, checker.ViolationCount);
    }

    [Fact]
    public void A_request_that_ends_twice_is_seen()
    {
        OneFinalState checker = Facts.Judge(new OneFinalState(), Facts.Issued(1), Facts.Finished(1), Facts.Finished(1));

        Assert.Equal("finished a second time, as TimedOut", Assert.Single(checker.Violations).What);
    }

    [Fact]
    public void A_request_that_never_ends_is_seen()
    {
        OneFinalState checker = Facts.Judge(new OneFinalState(), Facts.Issued(1));

        Assert.Equal("never reached a final state", Assert.Single(checker.Violations).What);
    }

    [Fact]
    public void An_end_without_a_beginning_is_seen()
    {
        OneFinalState checker = Facts.Judge(new OneFinalState(), Facts.Finished(1));

        Assert.Equal("finished, but was never issued", Assert.Single(checker.Violations).What);
    }

    [Fact]
    public void An_end_without_a_fate_is_seen()
    {
        OneFinalState checker = Facts.Judge(new OneFinalState(), Facts.Issued(1), Facts.Finished(1, RequestFate.Unset));

        Assert.Equal("finished without a fate", Assert.Single(checker.Violations).What);
    }
}
