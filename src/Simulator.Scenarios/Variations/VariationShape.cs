using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Variations;

/// <summary><c>vary:</c>, one design by its word and what it varies.</summary>
internal sealed class VariationShape : Shape<Variation>
{
    public const int MostArms = 10_000;

    private const string Sample = "{ grid: { payment.max: [0.1 OPG, 1 OPG] } }";

    private static readonly (string Word, VariationDesign Design, string Meaning)[] Designs =
    [
        ("grid", VariationDesign.Grid,
            "every value of every key with every value of the others; the first key varies slowest; 1..50 stands for whole numbers"),
        ("zip", VariationDesign.Zip, "the first values of all keys, the second values of all keys, and so on"),
        ("list", VariationDesign.List, "a list of arms, each a mapping from keys to values; {} is the scenario as it stands"),
        ("lhs", VariationDesign.Lhs, "'samples' points of a Latin hypercube over ranges { from: …, to: … }"),
        ("sobol", VariationDesign.Sobol, "'samples' × (keys + 2) points over ranges, for Sobol indices; samples is a power of two"),
        ("morris", VariationDesign.Morris, "'trajectories' × (keys + 1) points over ranges, for elementary effects"),
    ];

    public override string TypeName => string.Join(" | ", Designs.Select(known => $"{{ {known.Word}: … }}"));

    public override string Expectation => $"one design, which is written and never implied: {Names}";

    public override IReadOnlyList<(string Word, string Meaning)> Words =>
        [.. Designs.Select(known => (known.Word, known.Meaning))];

    private static string Names => string.Join(", ", Designs.Select(known => known.Word));

    public override JsonObject ToJsonSchema() => VariationJsonSchema.Of(Designs.Select(known => (known.Word, known.Design)));

    public override Resolved<Variation>? Read(SourceNode node, ReadContext context)
    {
        if (node is not MappingNode { Entries: [var entry] })
        {
            string what = node is MappingNode many
                ? string.Create(CultureInfo.InvariantCulture, $"{many.Entries.Count} designs stand here")
                : $"{node.Noun} stands here";
            context.Add(node.Origin, what, Expectation, $"write for example {Sample}");
            return null;
        }

        (string _, VariationDesign design, string _) = Designs.FirstOrDefault(known => known.Word == entry.Key);
        if (design == VariationDesign.Unset)
        {
            string hint = context.Suggest(entry.Key, [.. Designs.Select(known => known.Word)], $"write for example {Sample}");
            context.Add(entry.Origin, $"'{Shorten.Text(entry.Key)}' is no design", Expectation, hint);
            return null;
        }

        (Variation Variation, ResolvedNode Node)? read = design switch
        {
            VariationDesign.Grid or VariationDesign.Zip => new ListedArms(design, entry, context).OfColumns(),
            VariationDesign.List => new ListedArms(design, entry, context).OfRows(),
            _ => new SampledArms(design, entry, context).Read(),
        };
        return read is { } good
            ? new Resolved<Variation>(good.Variation, new ResolvedMapping(node.Origin, [(entry.Key, good.Node)]))
            : null;
    }

    /// <summary>Reports more arms than an experiment may have.</summary>
    public static bool HasRoom(long arms, Origin origin, ReadContext context)
    {
        if (arms <= MostArms)
        {
            return true;
        }

        context.Add(
            origin,
            string.Create(CultureInfo.InvariantCulture, $"{arms} arms"),
            string.Create(CultureInfo.InvariantCulture, $"at most {MostArms} arms"),
            "vary fewer keys, or give them fewer values");
        return false;
    }
}
