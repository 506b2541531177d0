using Simulator.Checkers.Stakes;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Tests;

public sealed class StakesAddUpTests
{
    private static readonly Address Staking = Address.Parse("0x00000000000000000000000000000000000057a4");

    [Fact]
    public void Stake_that_came_went_back_and_was_slashed_adds_up()
    {
        StakesAddUp checker = Facts.Judge(
            new StakesAddUp(),
            Moved(1, Facts.Alice, Staking, 100, "stake"),
            Block(1),
            Total(1, bonded: 60, unbonding: 40, slashed: 0, burned: 0),
            Moved(2, Staking, Facts.Alice, 40, "unstake"),
            Moved(2, Staking, Address.Zero, 19, "slash_burn"),
            Moved(2, Staking, Facts.Bob, 1, "slash_reward"),
            Block(2),
            Total(2, bonded: 40, unbonding: 0, slashed: 20, burned: 19),
            Block(3));

        Assert.Empty(checker.Violations);
        Assert.Equal(6, checker.Judged);
    }

    [Theory]
    [InlineData(99, 0, 0)]
    [InlineData(100, 1, 0)]
    [InlineData(100, 0, 1)]
    public void One_atto_OPG_off_in_any_total_is_seen(ulong bonded, ulong slashed, ulong burned)
    {
        StakesAddUp checker = Facts.Judge(
            new StakesAddUp(),
            Moved(1, Facts.Alice, Staking, 100, "stake"),
            Block(1),
            Total(1, bonded, unbonding: 0, slashed, burned));

        Assert.Single(checker.Violations);
    }

    [Fact]
    public void Stake_that_moves_without_a_word_is_seen_at_the_next_block_and_at_the_end()
    {
        StakesAddUp inTheMiddle = Facts.Judge(
            new StakesAddUp(), Moved(1, Facts.Alice, Staking, 100, "stake"), Block(1), Block(2));
        StakesAddUp atTheEnd = Facts.Judge(new StakesAddUp(), Moved(1, Facts.Alice, Staking, 100, "stake"), Block(1));

        Assert.Single(inTheMiddle.Violations);
        Assert.Single(atTheEnd.Violations);
    }

    private static TokenTransferred Moved(long height, Address from, Address to, ulong amount, string cause) =>
        new("inference", height, Hash32.Zero, from, to, Facts.Opg(amount), cause);

    private static BlockProduced Block(long height) =>
        new("inference", height, 0, Hash32.Zero, Hash32.Zero, 0, OpgAmount.Zero);

    private static StakeTotalled Total(long height, ulong bonded, ulong unbonding, ulong slashed, ulong burned) => new(
        "inference", height, Facts.Opg(bonded), Facts.Opg(unbonding), Facts.Opg(slashed), Facts.Opg(burned));
}
