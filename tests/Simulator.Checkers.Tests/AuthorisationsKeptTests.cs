using Simulator.Checkers.Payments;

namespace Simulator.Checkers.Tests;

public sealed class AuthorisationsKeptTests
{
    [Fact]
    public void One_settlement_at_the_maximum_holds()
    {
        AuthorisationsKept checker = Facts.Judge(new AuthorisationsKept(), Facts.Signed(1, 100), Facts.Used(1, 100));

        Assert.Equal(0, checker.ViolationCount);
    }

    [Fact]
    public void How_often_it_is_settled_is_not_judged_here()
    {
        AuthorisationsKept checker = Facts.Judge(
            new AuthorisationsKept(), Facts.Signed(1, 100), Facts.Used(1, 10), Facts.Used(1, 10));

        Assert.Equal(0, checker.ViolationCount);
    }

    [Fact]
    public void A_promise_is_remembered_for_an_hour_after_its_deadline_and_not_longer()
    {
        AuthorisationsKept within = Facts.Judge(
            new AuthorisationsKept(), Facts.Signed(1, 100), Facts.BlockAt(300 + 3_600), Facts.Used(1, 10));
        AuthorisationsKept beyond = Facts.Judge(
            new AuthorisationsKept(), Facts.Signed(1, 100), Facts.BlockAt(301 + 3_600), Facts.Used(1, 10));

        Assert.Equal((0, 1), (within.ViolationCount, beyond.ViolationCount));
    }

    [Fact]
    public void A_settlement_above_the_maximum_is_seen()
    {
        AuthorisationsKept checker = Facts.Judge(new AuthorisationsKept(), Facts.Signed(1, 100), Facts.Used(1, 101));

        Assert.Equal(
            "settled 101 atto-OPG, above the signed maximum 100", Assert.Single(checker.Violations).What);
    }

    [Fact]
    public void A_settlement_to_somebody_else_is_seen()
    {
        AuthorisationsKept checker = Facts.Judge(
            new AuthorisationsKept(), Facts.Signed(1, 100), Facts.Used(1, 10, Facts.Alice));

        Assert.StartsWith("paid to", Assert.Single(checker.Violations).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_settlement_that_nobody_signed_is_seen()
    {
        AuthorisationsKept checker = Facts.Judge(new AuthorisationsKept(), Facts.Used(1, 10));

        Assert.Contains("never signed", Assert.Single(checker.Violations).What, StringComparison.Ordinal);
    }
}
