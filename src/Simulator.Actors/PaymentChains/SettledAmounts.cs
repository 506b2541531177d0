using Simulator.Primitives;

namespace Simulator.Actors.PaymentChains;

/// <summary>What authorisations were settled for, for payers who look.</summary>
/// <remarks>Kept for as many blocks as receipts are.</remarks>
internal sealed class SettledAmounts
{
    private const ulong KeptBlocks = 2_048;

    private readonly Dictionary<SettledAuthorisation, (ulong Height, OpgAmount Amount)> settled = [];
    private readonly Queue<(ulong Height, SettledAuthorisation Authorisation)> order = new();

    public OpgAmount this[SettledAuthorisation authorisation] => settled.GetValueOrDefault(authorisation).Amount;

    public void Add(ulong height, SettledAuthorisation authorisation, OpgAmount amount)
    {
        settled[authorisation] = (height, settled.GetValueOrDefault(authorisation).Amount + amount);
        order.Enqueue((height, authorisation));
        while (order.Peek().Height + KeptBlocks < height)
        {
            (ulong oldest, SettledAuthorisation old) = order.Dequeue();
            if (settled.TryGetValue(old, out (ulong Height, OpgAmount Amount) kept) && kept.Height == oldest)
            {
                settled.Remove(old);
            }
        }
    }

    /// <summary>The block is no more, and what it settled is not settled.</summary>
    public void TakeBack(ulong height)
    {
        SettledAuthorisation[] undone =
            [.. settled.Where(pair => pair.Value.Height == height).Select(pair => pair.Key)];
        foreach (SettledAuthorisation authorisation in undone)
        {
            settled.Remove(authorisation);
        }
    }
}
