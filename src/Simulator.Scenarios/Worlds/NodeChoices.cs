using Simulator.Actors.Users.Choices;
using Simulator.Primitives;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Worlds;

/// <summary>The rules by which users choose among nodes, by their names in a scenario.</summary>
internal static class NodeChoices
{
    public static INodeChoice Of(NodeChoiceSettings choice) => choice.By switch
    {
        NodeRanking.Random => new RandomNode(),
        NodeRanking.Cheapest => new CheapestNode(),
        NodeRanking.Fastest => new FastestNode(choice.Explores),
        NodeRanking.Trusted => new TrustedNode(choice.Explores),
        NodeRanking.Weighted => new WeightedNode(choice.Price, choice.Latency, choice.Trust, choice.Explores),
        NodeRanking.Unset => throw Invariant.Unreachable(choice.By),
    };
}
