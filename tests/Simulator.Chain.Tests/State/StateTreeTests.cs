using FsCheck;
using FsCheck.Fluent;
using Simulator.Chain.State;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Tests.State;

public sealed class StateTreeTests
{
    private static readonly Address Owner = Deployments.OpgToken;

    [Fact]
    public void The_root_depends_on_the_slots_and_not_on_the_way_to_them() =>
        Prop.ForAll(
            Gen.Choose(0, 20).Two().ListOf().ToArbitrary(),
            changes =>
            {
                (WorldState state, StateTable<ulong, ulong> table) = Empty();
                foreach ((int key, int value) in changes)
                {
                    table[(ulong)key] = (ulong)value;
                    state.Seal();
                }

                return state.Root == RootOf(changes.GroupBy(c => c.Item1).Select(g => g.Last()).OrderBy(c => -c.Item1));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Taking_blocks_back_restores_every_root() =>
        Prop.ForAll(
            Gen.Choose(0, 20).Two().ListOf().ToArbitrary(),
            changes =>
            {
                (WorldState state, StateTable<ulong, ulong> table) = Empty();
                List<Hash32> roots = [state.Root];
                foreach ((int key, int value) in changes)
                {
                    table[(ulong)key] = (ulong)value;
                    table[(ulong)key + 1] = (ulong)value;
                    roots.Add(state.Seal());
                }

                bool same = true;
                while (state.BlocksThatCanBeUndone > 0)
                {
                    roots.RemoveAt(roots.Count - 1);
                    state.UndoBlock();
                    same &= state.Root == roots[^1];
                }

                return same;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_slot_enters_the_root()
    {
        HashSet<Hash32> roots = [];
        for (int i = 0; i < 200; i++)
        {
            roots.Add(RootOf([(i, 1)]));
            roots.Add(RootOf([(0, i + 2)]));
        }

        Assert.Equal(400, roots.Count);
    }

    [Fact]
    public void A_block_too_old_to_be_undone_is_forgotten()
    {
        WorldState state = new(2);
        StateTable<ulong, ulong> table = TableOf(state);
        for (ulong block = 1; block <= 100; block++)
        {
            table[block] = block;
            table[0] = block;
            state.Seal();
        }

        Assert.Equal((2, 4), (state.BlocksThatCanBeUndone, state.JournalEntries));
    }

    private static (WorldState State, StateTable<ulong, ulong> Table) Empty()
    {
        WorldState state = new(1000);
        return (state, TableOf(state));
    }

    private static StateTable<ulong, ulong> TableOf(WorldState state) =>
        state.Table<ulong, ulong>(Owner, 0, static (w, key) => w.UInt64(key), static (w, value) => w.UInt64(value));

    private static Hash32 RootOf(IEnumerable<(int Key, int Value)> slots)
    {
        (WorldState state, StateTable<ulong, ulong> table) = Empty();
        foreach ((int key, int value) in slots)
        {
            table[(ulong)key] = (ulong)value;
        }

        return state.Seal();
    }
}
