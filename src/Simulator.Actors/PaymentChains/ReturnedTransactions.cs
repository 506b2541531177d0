using Simulator.Actors.Network;
using Simulator.Primitives;

namespace Simulator.Actors.PaymentChains;

/// <summary>
/// Transactions that stood in a block that was taken back, or that a block had no place for: each waits for its height.
/// </summary>
internal sealed class ReturnedTransactions
{
    private readonly List<(PooledTransaction Transaction, ulong Earliest, ulong Rank)> held = [];

    /// <summary>
    /// A block was taken back: its transaction comes again at the same height or up to <paramref name="depth"/> blocks
    /// later, among the others in an order of its own, all by draw.
    /// </summary>
    /// <param name="transaction">Which.</param>
    /// <param name="height">Where it stood.</param>
    /// <param name="depth">Most blocks by which it may be late.</param>
    /// <param name="occasion">Number of the reorganisation; a transaction may go through several.</param>
    /// <param name="random">The chain's draws.</param>
    public void Return(PooledTransaction transaction, ulong height, int depth, ulong occasion, KeyedRandom random)
    {
        ulong subject = transaction.Content.Hash.Prefix64;
        ulong delay = (ulong)random.Draw(Draws.ReturnedDelay, subject, occasion).Below(depth + 1L);
        held.Add((transaction, height + delay, random.Draw(Draws.ReturnedRank, subject, occasion).High));
    }

    /// <summary>The block had no place for the transaction; the next one is offered it first.</summary>
    public void Hold(PooledTransaction transaction, ulong next) => held.Add((transaction, next, 0));

    /// <summary>Those whose height has come, in the order in which the block is offered them.</summary>
    public IReadOnlyList<PooledTransaction> Take(ulong height)
    {
        PooledTransaction[] due =
        [
            .. held.Where(entry => entry.Earliest <= height).OrderBy(entry => entry.Rank).Select(entry => entry.Transaction),
        ];
        held.RemoveAll(entry => entry.Earliest <= height);
        return due;
    }
}
