using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sections;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Variations;

/// <summary>A key that an experiment varies, found in the scenario, with the shape its values have.</summary>
internal sealed record VariedKey(string Path, Shape Shape)
{
    private const string Expected = "the full path of one key of this scenario";

    /// <summary>What an experiment cannot vary: itself, and what the file is about.</summary>
    public static readonly IReadOnlyList<string> Fixed =
        ["question", SourceChain.ExtendsKey, "verdicts", ClosedFormsSection.Name, .. ScenarioVariants.Keys];

    /// <summary>The key that an entry names; null after a problem.</summary>
    public static VariedKey? Find(MappingEntry entry, ReadContext context)
    {
        string path = entry.Key;
        if (Fixed.Contains(path.Split('.')[0]))
        {
            context.Add(entry.Origin, $"'{Shorten.Text(path)}' cannot be varied", Expected, "remove it");
            return null;
        }

        if (ScenarioPath.Find(path, context.Root) is not { } shape)
        {
            string hint = context.Suggest(path, ScenarioPath.All(context.Root), "write its full path, as in payment.max");
            context.Add(entry.Origin, $"there is no key '{Shorten.Text(path)}'", Expected, hint);
            return null;
        }

        if (shape.MergesByKey)
        {
            string inside = shape.KnownKeys.Count > 0 ? shape.KnownKeys[0] : "NAME";
            context.Add(
                entry.Origin, $"'{Shorten.Text(path)}' is a whole section", Expected, $"name a key inside, as in {path}.{inside}");
            return null;
        }

        return new VariedKey(path, shape);
    }

    /// <summary>One value of the key; null after every problem in it has been reported.</summary>
    public VariedValue? Read(SourceNode node, ReadContext context) =>
        Shape.Resolve(node, context) is { } read ? new VariedValue(Path, ResolvedYaml.Inline(read), node) : null;
}
