using Simulator.Economics.Tokens;
using Simulator.Primitives;

namespace Simulator.Economics.Tests;

public sealed class TokenTests
{
    [Fact]
    public void All_of_the_supply_is_allocated() =>
        Assert.Equal(OpgAmount.FromWholeOpg(1_000_000_000), TokenPresets.Opg.Supply);

    [Fact]
    public void About_190_million_circulate_after_two_months() =>
        Assert.InRange(TokenPresets.Opg.CirculatingBy(61).ToDouble(), 185e6, 195e6);

    [Theory]
    [InlineData("airdrop", 0, 40_000_000)]
    [InlineData("ecosystem", 0, 40_000_000)]
    [InlineData("foundation", 0, 49_995_000)]
    [InlineData("contributors", 365, 0)]
    [InlineData("staking_rewards", 0, 0)]
    [InlineData("staking_rewards", 1_461, 50_000_000)]
    [InlineData("staking_rewards", 2_922, 100_000_000)]
    [InlineData("contributors", 1_461, 150_000_000)]
    [InlineData("ecosystem", 1_827, 400_000_000)]
    public void Allocations_unlock_as_published(string name, int day, ulong opg) => Assert.Equal(
        OpgAmount.FromWholeOpg(opg), TokenPresets.Opg.Allocations.Single(part => part.Name == name).UnlockedBy(day));

    [Fact]
    public void Nothing_unlocks_twice_or_is_taken_back()
    {
        foreach (Allocation allocation in TokenPresets.Opg.Allocations)
        {
            OpgAmount[] days = [.. Enumerable.Range(0, 4_000).Select(allocation.UnlockedBy)];
            Assert.Equal(days.Order(), days);
            Assert.Equal(allocation.Total, days[^1]);
        }
    }
}
