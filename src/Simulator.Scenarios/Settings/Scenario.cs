using Simulator.Actors.Network;
using Simulator.Economics.Epochs;
using Simulator.Primitives;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Variations;
using Simulator.Scenarios.Verdicts;

namespace Simulator.Scenarios.Settings;

/// <summary>A scenario with every value resolved: what the world of a run is built from.</summary>
/// <remarks>Named groups are sorted by name in ordinal order, so that the order in the file cannot matter.</remarks>
public sealed record Scenario
{
    public required string Question { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>How long users ask; greater than zero. What is under way then ends in its own time.</summary>
    public required SimDuration Duration { get; init; }

    /// <summary>What figures leave out at the start; null: nothing.</summary>
    public WarmUpSettings? WarmUp { get; init; }

    public required ChainsSettings Chains { get; init; }

    public required PaymentSettings Payment { get; init; }

    public required IReadOnlyList<UserGroup> Users { get; init; }

    public required IReadOnlyList<NodeGroup> Nodes { get; init; }

    public required IReadOnlyList<FacilitatorGroup> Facilitators { get; init; }

    public required LinkProfile Links { get; init; }

    /// <summary>The profiles that node groups name, and those that the file defines.</summary>
    public required IReadOnlyList<HardwareProfile> Hardware { get; init; }

    /// <summary>Who keeps blobs; empty in a network whose nodes come with their models.</summary>
    public required IReadOnlyList<StorageGroup> Storage { get; init; }

    /// <summary>How evidence is settled; null in a world that settles none.</summary>
    public EvidenceSettings? Evidence { get; init; }

    /// <summary>Who checks answers by executing them again; empty where nobody does.</summary>
    public IReadOnlyList<VerifierGroup> Verifiers { get; init; } = [];

    /// <summary>Rules of re-execution and proofs; null where no user asks for either and nobody checks.</summary>
    public AnswerVerificationSettings? Verification { get; init; }

    /// <summary>Whether any user asks for proofs.</summary>
    public bool HasProofs => Users.Any(group => group.Asks.Mode == VerificationMode.Zk);

    /// <summary>Not null in a scenario at epoch level, which has no users, nodes and chains of its own.</summary>
    public EconomySettings? Economy { get; init; }

    /// <summary>The centralised provider beside the network; null without one.</summary>
    public PlatformScenario? Platform { get; init; }

    /// <summary>Null without a programme.</summary>
    public RewardSettings? Rewards { get; init; }

    /// <summary>What goes wrong or is decided, and when; in the file's order.</summary>
    public required IReadOnlyList<Fault> Faults { get; init; }

    /// <summary>Name of a bug planted on purpose; null in an honest scenario.</summary>
    public required string? Plant { get; init; }

    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    /// <summary>What the arms of the experiment differ in; null in a scenario of one arm.</summary>
    public Variation? Vary { get; init; }

    /// <summary>How often every arm is run; null: once.</summary>
    public Replications? Replications { get; init; }

    /// <summary>Questions to all arms together; sorted by name.</summary>
    public IReadOnlyList<CrossingSettings> Estimates { get; init; } = [];

    /// <summary>What theory says that figures come to; sorted by name.</summary>
    public IReadOnlyList<ClosedFormSettings> ClosedForms { get; init; } = [];

    /// <summary>The whole scenario as canonical YAML; it reads back to the same settings.</summary>
    public string ResolvedYaml { get; internal init; } = "";

    /// <summary>SHA-256 of <see cref="ResolvedYaml"/> in UTF-8, 64 hexadecimal digits.</summary>
    public string Hash { get; internal init; } = "";

    /// <summary>Makes the arms of an experiment; null in a scenario that was not read from a file.</summary>
    public ScenarioVariants? Variants { get; internal init; }

    internal ResolvedNode? Resolution { get; init; }

    /// <summary>The profile of that name; verifier groups name only profiles that exist.</summary>
    public HardwareProfile HardwareOf(VerifierGroup group) =>
        Hardware.FirstOrDefault(profile => profile.Name == group.Hardware)
            ?? throw Invariant.Unreachable(group.Hardware);

    /// <summary>The value at a dotted path in canonical notation on one line; null where the scenario has none.</summary>
    public string? ValueAt(string path)
    {
        ResolvedNode? node = Resolution;
        foreach (string step in path.Split('.'))
        {
            node = (node as ResolvedMapping)?.Entries.FirstOrDefault(entry => entry.Key == step).Value;
        }

        return node is null ? null : Schema.ResolvedYaml.Inline(node);
    }

    /// <summary>The profile of that name; node groups name only profiles that exist.</summary>
    public HardwareProfile HardwareOf(NodeGroup group) =>
        Hardware.FirstOrDefault(profile => profile.Name == group.Hardware)
            ?? throw Invariant.Unreachable(group.Hardware);
}
