using Simulator.Checkers.Supply;
using Simulator.Protocol.Ethereum;

namespace Simulator.Checkers.Tests;

public sealed class SupplyConservedTests
{
    [Fact]
    public void Mints_minus_burns_equal_to_the_stated_supply_hold()
    {
        SupplyConserved checker = Facts.Judge(
            new SupplyConserved(),
            Facts.Transfer(Address.Zero, Facts.Alice, 10),
            Facts.Transfer(Facts.Alice, Facts.Bob, 4),
            Facts.Transfer(Facts.Bob, Address.Zero, 1),
            Facts.Block(9));

        Assert.Equal(0, checker.ViolationCount);
        Assert.Equal(1, checker.Judged);
    }

    [Fact]
    public void One_atto_OPG_too_many_is_seen()
    {
        SupplyConserved checker = Facts.Judge(
            new SupplyConserved(), Facts.Transfer(Address.Zero, Facts.Alice, 10), Facts.Block(11));

        Assert.Equal("total supply is 11 atto-OPG, mints minus burns are 10", Assert.Single(checker.Violations).What);
    }

    [Fact]
    public void A_block_that_is_taken_back_takes_its_mints_and_burns_with_it()
    {
        SupplyConserved checker = Facts.Judge(
            new SupplyConserved(),
            Facts.Transfer(Address.Zero, Facts.Alice, 10),
            Facts.Transfer(Facts.Alice, Address.Zero, 1),
            Facts.Block(9),
            Facts.Reverted(0),
            Facts.Transfer(Address.Zero, Facts.Alice, 4),
            Facts.Block(4));

        Assert.Equal((0, 3), (checker.ViolationCount, checker.Judged));
    }

    [Fact]
    public void A_supply_that_outlives_its_block_is_seen()
    {
        SupplyConserved checker = Facts.Judge(
            new SupplyConserved(), Facts.Transfer(Address.Zero, Facts.Alice, 10), Facts.Block(10), Facts.Reverted(10));

        Assert.Equal("total supply is 10 atto-OPG, mints minus burns are 0", Assert.Single(checker.Violations).What);
    }
}
