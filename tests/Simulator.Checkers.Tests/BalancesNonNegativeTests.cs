using Simulator.Checkers.Supply;
using Simulator.Protocol.Ethereum;

namespace Simulator.Checkers.Tests;

public sealed class BalancesNonNegativeTests
{
    [Fact]
    public void Giving_everything_holds()
    {
        BalancesNonNegative checker = Facts.Judge(
            new BalancesNonNegative(),
            Facts.Transfer(Address.Zero, Facts.Alice, 10),
            Facts.Transfer(Facts.Alice, Facts.Bob, 10));

        Assert.Equal(0, checker.ViolationCount);
    }

    [Fact]
    public void Giving_one_more_than_was_received_is_seen()
    {
        BalancesNonNegative checker = Facts.Judge(
            new BalancesNonNegative(),
            Facts.Transfer(Address.Zero, Facts.Alice, 10),
            Facts.Transfer(Facts.Alice, Facts.Bob, 11));

        Assert.StartsWith("balance is -1 atto-OPG", Assert.Single(checker.Violations).What, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_block_gave_is_given_back_with_it()
    {
        BalancesNonNegative checker = Facts.Judge(
            new BalancesNonNegative(),
            Facts.Transfer(Address.Zero, Facts.Alice, 10) with { Height = 0 },
            Facts.Transfer(Facts.Alice, Facts.Bob, 10),
            Facts.Transfer(Facts.Bob, Facts.Alice, 4),
            Facts.Reverted(10),
            Facts.Transfer(Facts.Alice, Facts.Bob, 10));

        Assert.Equal(0, checker.ViolationCount);
    }

    [Fact]
    public void A_block_that_is_undone_in_silence_is_seen_when_its_transfers_come_again()
    {
        BalancesNonNegative checker = Facts.Judge(
            new BalancesNonNegative(),
            Facts.Transfer(Address.Zero, Facts.Alice, 10) with { Height = 0 },
            Facts.Transfer(Facts.Alice, Facts.Bob, 10),
            Facts.Transfer(Facts.Alice, Facts.Bob, 10));

        Assert.StartsWith("balance is -10 atto-OPG", Assert.Single(checker.Violations).What, StringComparison.Ordinal);
    }
}
