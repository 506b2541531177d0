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
}
