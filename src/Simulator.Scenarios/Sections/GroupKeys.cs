using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;

namespace Simulator.Scenarios.Sections;

/// <summary>The keys that groups of every kind have.</summary>
internal static class GroupKeys
{
    public static Key<int> Count(string noun, int most) => new("count", Shapes.Integer(1, most))
    {
        Documentation = $"How many {noun} the group has.",
        Example = "8",
    };

    public static Key<SimDuration> Leaves(string noun, string meaning) => new("leaves", Shapes.Duration)
    {
        Documentation = $"When the {noun} ask for their bonds back, from the start of the run; {meaning} 0 s: never.",
        Default = "0 s",
        Convention = "who is bonded stays",
        Example = "5 min",
    };

    public static Key<int> Queue(string noun, string standard, Claim claim) =>
        new("queue", Shapes.Integer(0, 1_000_000))
        {
            Documentation = $"{noun} that may wait; one more is refused.",
            Default = standard,
            Claim = claim,
            Example = standard,
        };
}
