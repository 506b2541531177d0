using Simulator.Primitives;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>facilitators:</c></summary>
internal static class FacilitatorsSection
{
    private static readonly Key<int> Count = GroupKeys.Count("facilitators", 10_000);

    private static readonly Key<SimDuration> Service = new("service", Shapes.PositiveDuration)
    {
        Documentation = "Time to handle one verify or settle call, without cryptography.",
        Default = "2 ms",
        Source = "assumption: JSON, a cache and one node query in the same data centre",
        Example = "2 ms",
    };

    private static readonly Key<int> Queue = GroupKeys.Queue("Calls", "1000", "assumption: two seconds of calls");

    private static readonly Key<string> Region = GroupKeys.Region();

    private static readonly Key<string> Behaviour =
        GroupKeys.Behaviour("facilitator", context => context.Vocabulary.FacilitatorBehaviours);

    private static readonly Section<FacilitatorGroup> Group = new(
        "a group of facilitators",
        [Count, Service, Queue, Region, Behaviour],
        values => new FacilitatorGroup
        {
            Name = values.Name,
            Count = values.Get(Count),
            Service = values.Get(Service),
            Queue = values.Get(Queue),
            Region = values.Get(Region),
            Behaviour = values.Get(Behaviour),
        });

    public static readonly NamedGroups<FacilitatorGroup> Shape = new("main", Group);
}
