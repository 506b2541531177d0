using Simulator.Actors.Enclaves;
using Simulator.Actors.Planting;
using Simulator.Actors.Storage;
using Simulator.Inference.Catalogue;
using Simulator.Kernel;
using Simulator.Protocol.Blobs;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Worlds;

/// <summary>Places the storage nodes, each on a host of its own, with the catalogue's models published before the run.</summary>
internal sealed class StorageAssembly
{
    private readonly Scenario scenario;
    private readonly ModelLookup.Found[] published;
    private readonly List<KnownStorage> nodes = [];

    private StorageAssembly(Scenario scenario, ModelStore models)
    {
        this.scenario = scenario;
        published = [.. models.Models];
    }

    /// <summary>Where blobs lie; null in a scenario without storage.</summary>
    public BlobPlacement? Placement { get; private set; }

    /// <summary>Every storage node; any of them publishes for others.</summary>
    public IReadOnlyList<KnownStorage> Nodes => nodes;

    /// <exception cref="InvalidDataException">A model is too large for simulated storage; the message names it.</exception>
    public static StorageAssembly AddTo(WorldBuilder builder, Scenario scenario, ModelStore models)
    {
        StorageAssembly assembly = new(scenario, models);
        if (scenario.Storage.Count > 0)
        {
            assembly.RefuseLargeModels();
            assembly.Placement = new BlobPlacement([.. scenario.Storage.Select(group => assembly.Add(group, builder))]);
        }

        return assembly;
    }

    /// <summary>What enclaves fetch when they start: every model that a user asks for. Null without storage.</summary>
    public ModelSupply? SupplyOf(PlantedBug bug) => Placement is null ? null : new ModelSupply
    {
        Placement = Placement,
        Wanted = [.. published.Where(model => IsAskedFor(model.Reference.ToString()))],
        Published = new SortedSet<BlobId>(published.Select(model => new BlobId(model.Blob.Sha256))),
        ChecksIds = bug != PlantedBug.BlobUnchecked,
    };

    private StorageShelf Add(StorageGroup group, WorldBuilder builder)
    {
        KnownStorage[] added = new KnownStorage[group.Count];
        for (int number = 1; number <= group.Count; number++)
        {
            string name = $"{group.Name}/{number}";
            ActorRef actor = builder.AddActor(builder.AddHost(name), name, () => new StorageNode(SettingsOf(group)));
            added[number - 1] = new KnownStorage(name, actor);
        }

        nodes.AddRange(added);
        return new StorageShelf(added, group.Replicas);
    }

    // Called when the world is built, after every node has its place.
    private StorageSettings SettingsOf(StorageGroup group) => new()
    {
        Group = group.Name,
        Behaviour = group.Behaviour,
        Misbehaves = group.Misbehaves,
        Service = group.Service,
        Epoch = group.Epoch,
        Placement = Placement!,
        Published = [.. published.Select(model => model.Blob.Content)],
    };

    private bool IsAskedFor(string model) => scenario.Users.Any(group => group.Asks.Model == model);

    private void RefuseLargeModels()
    {
        foreach (ModelLookup.Found model in published.Where(model => model.Blob.Content.Length > StorageNode.LargestBlob))
        {
            throw new InvalidDataException(
                $"{model.Reference} has {model.Blob.Content.Length} bytes; simulated storage takes at most {StorageNode.LargestBlob}");
        }
    }
}
