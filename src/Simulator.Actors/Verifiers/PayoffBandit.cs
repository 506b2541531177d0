using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Actors.Verifiers;

/// <summary>Tries two ways to behave, period by period, and mostly keeps to the one whose observed payoffs were higher.</summary>
/// <remarks>
/// Epsilon-greedy on the mean payoff of what it has seen so far; it knows no rule, price or probability of the network.
/// The first two periods try each way once.
/// </remarks>
/// <param name="ways">Names of the two ways.</param>
/// <param name="rules">How it tries.</param>
/// <param name="group">Its group in the scenario.</param>
internal sealed class PayoffBandit((string First, string Second) ways, BanditRules rules, string group)
{
    private readonly (Int128 Sum, long Count)[] seen = new (Int128 Sum, long Count)[2];
    private long period = -1;
    private int way;

    /// <summary>The way of the present period: 0 or 1.</summary>
    public int Choose(IActorContext context)
    {
        long now = context.Now.NanosecondsSinceStart / rules.Period.Nanoseconds;
        if (now != period)
        {
            period = now;
            way = Decide(context.Random.Draw(Draws.Strategy, (ulong)now));
            context.Observe(new StrategyChosen(context.Name, group, (int)(now + 1), way == 0 ? ways.First : ways.Second));
        }

        return way;
    }

    public void Learn(int chosen, Int128 payoff) => seen[chosen] = (seen[chosen].Sum + payoff, seen[chosen].Count + 1);

    private int Decide(Draw draw)
    {
        if (seen[0].Count == 0 || seen[1].Count == 0)
        {
            return (int)(period % 2);
        }

        return draw.Chance(rules.Explores) ? (int)(draw.High & 1) : seen[1].Sum * seen[0].Count > seen[0].Sum * seen[1].Count ? 1 : 0;
    }
}

/// <summary>How a party that learns from its payoffs tries what it could do.</summary>
/// <param name="Period">For so long it keeps to one way.</param>
/// <param name="Explores">Share of the periods in which it tries either way, whatever it has seen.</param>
public sealed record BanditRules(SimDuration Period, Ratio Explores);
