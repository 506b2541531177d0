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

    public static Key<string> Region() => new("region", new NameShape("region", "eu"))
    {
        Documentation = "Where the hosts of the group stand; any name, faults and links may refer to it.",
        Default = "eu",
        Source = "a convention; regions differ only where links or faults name them",
        Example = "eu",
    };

    public static Key<string> Behaviour(string noun, Func<ReadContext, IReadOnlyCollection<string>> known) =>
        new("behaviour", new NameShape($"{noun} behaviour", "honest", known))
        {
            Documentation = "How the group behaves, by name.",
            Default = "honest",
            Source = "an attack is always stated",
            Example = "honest",
        };

    public static Key<int> Queue(string noun, string standard, string source) =>
        new("queue", Shapes.Integer(0, 1_000_000))
        {
            Documentation = $"{noun} that may wait; one more is refused.",
            Default = standard,
            Source = source,
            Example = standard,
        };
}
