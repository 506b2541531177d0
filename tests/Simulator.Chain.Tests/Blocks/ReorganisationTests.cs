using Simulator.Chain.Blocks;
using Simulator.Chain.Registry;
using Simulator.Chain.Staking;
using Simulator.Chain.Tests.Fixtures;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Registry;

namespace Simulator.Chain.Tests.Blocks;

/// <summary>Blocks taken back leave nothing behind, whatever they did.</summary>
public sealed class ReorganisationTests
{
    [Fact]
    public void A_registry_s_history_is_taken_back_and_repeated_to_the_same_hashes()
    {
        Enclaves enclaves = new();
        BlockHeader start = enclaves.World.Chain.Head;
        int slots = enclaves.World.Chain.Machine.State.Slots;

        Hash32 first = Live(enclaves);
        while (enclaves.World.Chain.Head != start)
        {
            enclaves.World.Chain.UndoBlock();
        }

        Assert.Equal(start.StateRoot, enclaves.Root);
        Assert.Equal(slots, enclaves.World.Chain.Machine.State.Slots);
        Assert.Empty(enclaves.Registry.AllTees);
        Assert.Equal(first, Live(enclaves));
    }

    [Fact]
    public void A_payment_taken_back_can_be_made_again()
    {
        Payments payments = new();
        ChainTransaction settlement = payments.Transaction(Payments.Facilitator, Payments.Upto(5UL));
        BlockHeader first = payments.World.Chain.Produce(Payments.Genesis + 2, [settlement]).Header;

        Assert.Equal(first, payments.World.Chain.UndoBlock());
        Assert.True(payments.Token.BalanceOf(Payments.Gateway).IsZero);
        BlockResult later = payments.World.Chain.Produce(Payments.Genesis + 4, [settlement]);

        Assert.True(Assert.Single(later.Receipts).Succeeded);
        Assert.Equal(first.StateRoot, later.Header.StateRoot);
        Assert.NotEqual(first.Hash, later.Header.Hash);
    }

    [Fact]
    public void A_block_that_does_the_same_is_another_block_by_its_producer_s_number()
    {
        Payments payments = new();
        BlockHeader first = payments.World.Chain.Produce(Payments.Genesis + 2, []).Header;
        payments.World.Chain.UndoBlock();

        BlockHeader second = payments.World.Chain.Produce(Payments.Genesis + 2, [], extraData: 1).Header;
        payments.World.Chain.UndoBlock();

        Assert.Equal((first.Height, first.UnixTime, first.StateRoot), (second.Height, second.UnixTime, second.StateRoot));
        Assert.NotEqual(first.Hash, second.Hash);
        Assert.Equal(first.Hash, payments.World.Chain.Produce(Payments.Genesis + 2, []).Header.Hash);
    }

    [Fact]
    public void Only_as_many_blocks_as_agreed_can_be_taken_back()
    {
        Payments payments = new();
        for (ulong block = 1; block <= 100; block++)
        {
            payments.World.Chain.Produce(Payments.Genesis + block, []);
        }

        Assert.Equal(64, payments.World.Chain.BlocksThatCanBeUndone);
    }

    private static Hash32 Live(Enclaves enclaves)
    {
        Hash32 id = enclaves.Register(0);
        enclaves.Register(1);
        enclaves.Try(Enclaves.Operator, new DisableTeeCall(enclaves.Registry.Address, id));
        enclaves.Try(Enclaves.Operator, new StakeCall(StakingContract.DefaultAddress, 5UL));
        enclaves.Try(Enclaves.Stranger, enclaves.Heartbeat(1, enclaves.Now));
        enclaves.Try(
            Enclaves.Admin, new RevokePcrCall(enclaves.Registry.Address, Enclaves.Image.Hash(), Enclaves.LlmProxy));
        return enclaves.World.Chain.Head.Hash;
    }
}
