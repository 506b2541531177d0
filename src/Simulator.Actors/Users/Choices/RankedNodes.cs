using Simulator.Actors.Network;
using Simulator.Primitives;

namespace Simulator.Actors.Users.Choices;

/// <summary>The best node by some score, equal ones with equal chances; now and then any node, to learn what has become of it.</summary>
/// <param name="explores">The share of choices that go to any node with equal chances.</param>
public abstract class RankedNodes(Ratio explores) : INodeChoice
{
    public bool KeepsNode => false;

    public KnownNode Choose(IReadOnlyList<KnownNode> candidates, NodeBook book, ChoiceMoment moment)
    {
        bool isExploring = moment.Random.Draw(Draws.ExploredNode, moment.Number).Chance(explores);
        IReadOnlyList<KnownNode> from = isExploring ? candidates : Best(candidates, book, moment.Now);
        return from[(int)moment.Random.Draw(Draws.ChosenNode, moment.Number).Below(from.Count)];
    }

    /// <summary>One score per candidate; more is better.</summary>
    protected abstract IReadOnlyList<Int128> Score(IReadOnlyList<KnownNode> candidates, NodeBook book, SimTime now);

    private List<KnownNode> Best(IReadOnlyList<KnownNode> candidates, NodeBook book, SimTime now)
    {
        IReadOnlyList<Int128> scores = Score(candidates, book, now);
        Int128 best = scores.Max();
        return [.. candidates.Where((_, index) => scores[index] == best)];
    }
}
