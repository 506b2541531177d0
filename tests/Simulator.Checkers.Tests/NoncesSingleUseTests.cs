using Simulator.Checkers.Payments;

namespace Simulator.Checkers.Tests;

public sealed class NoncesSingleUseTests
{
    [Fact]
    public void One_use_of_each_nonce_holds()
    {
        NoncesSingleUse checker = Facts.Judge(
            new NoncesSingleUse(), Facts.Signed(1, 100), Facts.Signed(2, 100), Facts.Used(1, 10), Facts.Used(2, 10));

        Assert.Equal((0, 2), (checker.ViolationCount, checker.Judged));
    }

    [Fact]
    public void A_second_use_is_seen()
    {
        NoncesSingleUse checker = Facts.Judge(
            new NoncesSingleUse(), Facts.Signed(1, 100), Facts.Used(1, 10), Facts.Used(1, 10));

        Assert.StartsWith("used a second time", Assert.Single(checker.Violations).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_use_of_what_nobody_signed_is_seen_too()
    {
        NoncesSingleUse checker = Facts.Judge(new NoncesSingleUse(), Facts.Used(1, 10), Facts.Used(1, 10));

        Assert.Equal(1, checker.ViolationCount);
    }

    [Fact]
    public void A_use_in_a_block_that_was_taken_back_does_not_count()
    {
        NoncesSingleUse checker = Facts.Judge(
            new NoncesSingleUse(),
            Facts.Signed(1, 100),
            Facts.Used(1, 10),
            Facts.Reverted(0),
            Facts.Used(1, 10) with { Height = 2 });

        Assert.Equal(0, checker.ViolationCount);
    }

    [Fact]
    public void Only_the_uses_of_that_block_are_void()
    {
        NoncesSingleUse checker = Facts.Judge(
            new NoncesSingleUse(),
            Facts.Signed(1, 100),
            Facts.Used(1, 10),
            Facts.Reverted(0) with { Height = 2 },
            Facts.Reverted(0) with { Chain = "inference" },
            Facts.Used(1, 10) with { Height = 2 });

        Assert.Equal(1, checker.ViolationCount);
    }

    [Fact]
    public void Each_chain_has_its_own_nonces()
    {
        NoncesSingleUse checker = Facts.Judge(
            new NoncesSingleUse(), Facts.Signed(1, 100), Facts.Used(1, 10), Facts.Used(1, 10) with { Chain = "inference" });

        Assert.Equal(0, checker.ViolationCount);
    }

    [Fact]
    public void A_use_within_an_hour_after_the_deadline_is_still_compared()
    {
        NoncesSingleUse checker = Facts.Judge(
            new NoncesSingleUse(), Facts.Signed(1, 100), Facts.Used(1, 10), Facts.BlockAt(300 + 3_600), Facts.Used(1, 10));

        Assert.Equal(1, checker.ViolationCount);
    }
}
