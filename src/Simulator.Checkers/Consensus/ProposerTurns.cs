using System.Numerics;
using Simulator.Protocol.Ethereum;

namespace Simulator.Checkers.Consensus;

/// <summary>Whose turn it is, computed from the rule's definition: weighted round robin by priorities.</summary>
/// <remarks>
/// Written apart from the chain's own rotation. Turn <c>t</c> counts from 1; height <c>h</c>, round <c>r</c> is turn
/// <c>h + r</c>. The turns of a period (total power ÷ greatest common divisor) repeat, so only one period is kept.
/// </remarks>
internal sealed class ProposerTurns
{
    private readonly List<int> turns = [];
    private readonly (BigInteger Priority, long Power, Address Address)[] standing;
    private readonly BigInteger total;
    private readonly long period;

    public ProposerTurns(IReadOnlyList<(long Power, Address Address)> validators)
    {
        standing = [.. validators.Select(v => (BigInteger.Zero, v.Power, v.Address))];
        total = validators.Aggregate(BigInteger.Zero, (sum, v) => sum + v.Power);
        BigInteger divisor = validators.Aggregate(BigInteger.Zero, (d, v) => BigInteger.GreatestCommonDivisor(d, v.Power));
        period = (long)(total / divisor);
    }

    public int Of(long height, int round)
    {
        long turn = (height + round - 1) % period;
        while (turns.Count <= turn)
        {
            turns.Add(Next());
        }

        return turns[(int)turn];
    }

    private int Next()
    {
        for (int i = 0; i < standing.Length; i++)
        {
            standing[i].Priority += standing[i].Power;
        }

        int chosen = Enumerable.Range(0, standing.Length)
            .OrderByDescending(i => standing[i].Priority)
            .ThenBy(i => standing[i].Address)
            .First();
        standing[chosen].Priority -= total;
        return chosen;
    }
}
