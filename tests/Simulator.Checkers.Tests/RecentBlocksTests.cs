using Simulator.Records;

namespace Simulator.Checkers.Tests;

public sealed class RecentBlocksTests
{
    [Fact]
    public void A_block_gives_back_what_was_said_of_it_newest_first_and_once()
    {
        RecentBlocks<string> recent = new();
        recent.Add("payment", 5, "a");
        recent.Add("payment", 6, "b");
        recent.Add("payment", 6, "c");
        recent.Add("inference", 6, "d");

        Assert.Equal(["c", "b"], recent.TakeBack("payment", 6));
        Assert.Empty(recent.TakeBack("payment", 6));
        Assert.Empty(recent.TakeBack("unheard of", 6));
        Assert.Equal(["a"], recent.TakeBack("payment", 5));
        Assert.Equal(["d"], recent.TakeBack("inference", 6));
    }

    [Fact]
    public void What_no_reorganisation_reaches_is_handed_out_oldest_first_and_forgotten()
    {
        RecentBlocks<int> recent = new();
        for (int height = 0; height <= BlockReverted.MaxDepth + 1; height++)
        {
            recent.Add("payment", height, height);
        }

        Assert.Equal([0, 1], recent.Bury("payment", BlockReverted.MaxDepth + 1));
        Assert.Empty(recent.Bury("payment", BlockReverted.MaxDepth + 1));
        Assert.Empty(recent.TakeBack("payment", 1));
        Assert.Equal([2], recent.TakeBack("payment", 2));
    }
}
