using Simulator.Actors.Storage;
using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>storage:</c></summary>
internal static class StorageSection
{
    private static readonly Key<int> Count = GroupKeys.Count("storage nodes", 10_000);

    private static readonly Key<int> Replicas = new("replicas", Shapes.Integer(1, 100))
    {
        Documentation = "How many nodes of the group hold each blob, chosen by rendezvous hashing; a group with fewer "
            + "nodes holds it on all of them.",
        Default = "3",
        Claim = Claim.Assumption("A-230", "three copies are the custom of replicated stores"),
        Example = "3",
    };

    private static readonly Key<StorageBehaviour> Behaviour = new("behaviour", new ChoiceShape<StorageBehaviour>(
        ("honest", StorageBehaviour.Honest, "keeps and serves"),
        ("lose", StorageBehaviour.Lose, "forgets blobs that it has confirmed"),
        ("corrupt", StorageBehaviour.Corrupt, "serves a blob with one bit turned"),
        ("withhold", StorageBehaviour.Withhold, "does not answer who asks for a blob"),
        ("substitute", StorageBehaviour.Substitute, "serves another blob than the one asked for")))
    {
        Documentation = "What the nodes do with blobs. All confirm what they are given to store.",
        Default = "honest",
        Convention = "misbehaviour is stated, never assumed",
        Example = "corrupt",
    };

    private static readonly Key<Ratio> Misbehaves = new("misbehaves", Shapes.Ratio)
    {
        Documentation = "How often the behaviour shows, where it is not honest: share of blobs lost, or of answers "
            + "spoiled.",
        Default = "1",
        Convention = "a bad node is bad all the time, unless stated otherwise",
        Example = "1/2",
    };

    private static readonly Key<SimDuration> Service = new("service", Shapes.PositiveDuration)
    {
        Documentation = "Time of a storage node from a call to its answer, apart from the links.",
        Default = "5 ms",
        Claim = Claim.Assumption("A-231", "one read from a solid-state disk behind an HTTP server"),
        Example = "5 ms",
    };

    // Fifty-three of them, the most that can be paid for at once, still fit into simulated time.
    private static readonly QuantityShape<SimDuration> EpochShape =
        Shapes.Duration.Within(Bounds<SimDuration>.Above(SimDuration.Zero, SimDuration.FromDays(365)));

    private static readonly Key<SimDuration> Epoch = new("epoch", EpochShape)
    {
        Documentation = "Length of a storage epoch; a blob is kept for as many as were paid for. Models that were "
            + "published before the run stay.",
        Default = "1 d",
        Claim = Claim.Assumption("A-232", "an epoch of Walrus' test network lasts a day"),
        Example = "1 d",
    };

    private static readonly Section<StorageGroup> Group = new(
        "a group of storage nodes",
        [Count, Replicas, Behaviour, Misbehaves, Service, Epoch],
        values => new StorageGroup
        {
            Name = values.Name,
            Count = values.Get(Count),
            Replicas = values.Get(Replicas),
            Behaviour = values.Get(Behaviour),
            Misbehaves = values.Get(Misbehaves),
            Service = values.Get(Service),
            Epoch = values.Get(Epoch),
        });

    public static readonly NamedGroups<StorageGroup> Shape = new("good", Group);
}
