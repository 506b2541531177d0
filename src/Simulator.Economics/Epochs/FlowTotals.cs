using Simulator.Primitives;

namespace Simulator.Economics.Epochs;

/// <summary>What moved between accounts, by cause, since it was last taken; and how often.</summary>
public sealed class FlowTotals(int accounts)
{
    private static readonly int Causes = Enum.GetValues<FlowCause>().Length;

    private readonly UInt128[] amounts = new UInt128[accounts * accounts * Causes];
    private readonly long[] postings = new long[accounts * accounts * Causes];

    /// <summary>Postings of the whole run.</summary>
    public long Postings { get; private set; }

    public void Add(int from, int to, FlowCause cause, UInt128 amount, long count = 1)
    {
        int index = (((from * accounts) + to) * Causes) + (int)cause;
        amounts[index] += amount;
        postings[index] += count;
        Postings += count;
    }

    /// <summary>Every flow since the last call, in a fixed order.</summary>
    public IEnumerable<AccountFlow> Take()
    {
        for (int index = 0; index < amounts.Length; index++)
        {
            if (postings[index] > 0)
            {
                int pair = index / Causes;
                yield return new AccountFlow(
                    pair / accounts,
                    pair % accounts,
                    (FlowCause)(index % Causes),
                    postings[index],
                    new OpgAmount(amounts[index]));
                (amounts[index], postings[index]) = (0, 0);
            }
        }
    }
}
