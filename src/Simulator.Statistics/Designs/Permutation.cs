using Simulator.Primitives;

namespace Simulator.Statistics;

/// <summary>The numbers from 0 in random order (Fisher and Yates), one draw for each place.</summary>
internal static class Permutation
{
    public static int[] Of(int count, Func<int, Draw> draw)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = count - 1; i > 0; i--)
        {
            int j = (int)draw(i).Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}
