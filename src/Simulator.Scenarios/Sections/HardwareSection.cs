using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Sections;

/// <summary><c>hardware:</c> and the profiles that are built in.</summary>
internal static class HardwareSection
{
    /// <summary>The built-in profiles, in the notation of a file, each with its source.</summary>
    public static readonly IReadOnlyList<(string Name, string Text, Claim Claim)> Presets =
    [
        (
            "cpu-large",
            "{ cores: 16, inference: 8 ms, signing: 209 us }",
            Claim.Assumption(
                "A-028", "signing as measured on one x86-64 server core; cores and inference are chosen")
        ),
        (
            "cpu-small",
            "{ cores: 2, inference: 15 ms, signing: 418 us }",
            Claim.Assumption(
                "A-029", "signing at half the measured speed of a server core; cores and inference are chosen")
        ),
        (
            "l4",
            "{ cores: 8, inference: 4 ms, signing: 209 us }",
            Claim.Assumption(
                "A-030", "a server with one NVIDIA L4, eight requests in flight; signing as measured")
        ),
    ];

    public static IReadOnlyCollection<string> BuiltInNames { get; } = [.. Presets.Select(preset => preset.Name)];

    private static readonly string[] NamingSections = ["nodes", "verifiers"];

    private static readonly Key<int> Cores = new("cores", Shapes.Integer(1, 4_096))
    {
        Documentation = "Requests computed at the same time.",
        Example = "4",
    };

    private static readonly Key<SimDuration> Inference = new("inference", Shapes.PositiveDuration)
    {
        Documentation = "One inference on one core, with the handling of the request; the same for every model.",
        Example = "10 ms",
    };

    private static readonly Key<SimDuration> Token = new("token", Shapes.PositiveDuration)
    {
        Documentation = "Decoding one token of a text, added to the inference time that the prompt takes.",
        Default = "10 ms",
        Claim = Claim.Assumption("A-451", "a hundred tokens per second, as small language models do on a server"),
        Example = "5 ms",
    };

    private static readonly Key<SimDuration> Signing = new("signing", Shapes.PositiveDuration)
    {
        Documentation = "One RSA-2048 PSS signature, under every answer.",
        Default = "209 us",
        Claim = Claim.Measured("A-027", "one RSA-2048 PSS signature with OpenSSL on one x86-64 server core"),
        Example = "209 us",
    };

    private static readonly Key<OpgAmount> Cost = new("cost", Shapes.Amount)
    {
        Documentation = "What an hour of one busy core costs whoever runs the machine; it is no payment to anybody.",
        Default = "0 OPG",
        Convention = "machine time is free unless a scenario is about its cost",
        Example = "0.5 OPG",
    };

    private static readonly Section<HardwareProfile> Profile = new(
        "a hardware profile",
        [Cores, Inference, Token, Signing, Cost],
        values => new HardwareProfile
        {
            Name = values.Name,
            Cores = values.Get(Cores),
            Inference = values.Get(Inference),
            Token = values.Get(Token),
            Signing = values.Get(Signing),
            Cost = values.Get(Cost),
        });

    public static readonly NamedGroups<HardwareProfile> Shape = new("my-server", Profile, isOneRequired: false)
    {
        BuiltIn = BuiltInNames,
    };

    public static IReadOnlyCollection<string> KnownNames(ReadContext context) =>
        [.. BuiltInNames.Concat(context.NamesIn("hardware")).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The built-in profiles that the scenario names, as the lowest layer under it.</summary>
    /// <param name="root">The merged scenario.</param>
    public static MappingNode LayerFor(MappingNode root)
    {
        string[] used = [.. NamesUsed(root)];
        MappingEntry[] profiles =
        [
            .. Presets.Where(preset => used.Contains(preset.Name)).Select(preset =>
                new MappingEntry(preset.Name, Origin.Preset(preset.Name), Parse(preset.Name, preset.Text))),
        ];
        if (profiles.Length == 0)
        {
            return new MappingNode(root.Origin, []);
        }

        MappingNode hardware = new(Origin.Default, profiles);
        return new MappingNode(root.Origin, [new MappingEntry("hardware", Origin.Default, hardware)]);
    }

    // Named by a node group or by the file's own section; a group that names none takes the default.
    private static IEnumerable<string> NamesUsed(MappingNode root)
    {
        IEnumerable<MappingEntry> own = (root.Find("hardware")?.Value as MappingNode)?.Entries ?? [];
        IEnumerable<MappingEntry> groups = NamingSections
            .SelectMany(section => (root.Find(section)?.Value as MappingNode)?.Entries ?? []);
        return own.Select(entry => entry.Key).Concat(groups.Select(entry => NameIn(entry.Value)));
    }

    private static string NameIn(SourceNode group) =>
        (group as MappingNode)?.Find("hardware")?.Value is ScalarNode { Text: var name } ? name : "cpu-small";

    private static SourceNode Parse(string name, string text)
    {
        ProblemList problems = new();
        SourceNode? node = YamlTree.Parse(text, Origin.Preset(name), problems);
        Invariant.That(problems.IsEmpty);
        return node ?? throw Invariant.Unreachable(text);
    }
}
