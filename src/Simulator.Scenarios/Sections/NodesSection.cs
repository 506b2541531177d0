using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>nodes:</c></summary>
internal static class NodesSection
{
    private static readonly Key<int> Count = GroupKeys.Count("inference nodes", 100_000);

    private static readonly Key<string> Hardware = new(
        "hardware", new NameShape("hardware profile", "cpu-small", HardwareSection.KnownNames))
    {
        Documentation = "The machine of each node: a built-in profile, or one of the section 'hardware'.",
        Default = "cpu-small",
        Claim = Claim.Assumption("A-014", "small models are served from small machines"),
        Example = "cpu-small",
    };

    private static readonly Key<OpgAmount> Price = new("price", Shapes.Amount)
    {
        Documentation = "Posted price of one inference; with upto no more than payment.max.",
        Default = "0.002 OPG",
        Claim = Claim.Assumption("A-015", "fifty small inferences fit under one authorisation of 0.1 OPG"),
        Example = "0.002 OPG",
    };

    private static readonly Key<int> Queue = GroupKeys.Queue(
        "Requests", "64", Claim.Assumption("A-016", "about half a second of work on one small machine"));

    private static readonly Section<NodeGroup> Group = new(
        "a group of nodes",
        [Count, Hardware, Price, Queue],
        values => new NodeGroup
        {
            Name = values.Name,
            Count = values.Get(Count),
            Hardware = values.Get(Hardware),
            Price = values.Get(Price),
            Queue = values.Get(Queue),
        });

    public static readonly NamedGroups<NodeGroup> Shape = new("honest", Group);
}
