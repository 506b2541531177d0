using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Schema;

namespace Simulator.Scenarios.Sources;

/// <summary>Reads <c>key.path=value</c> flags and lays them over a scenario.</summary>
/// <param name="builtIn">Groups that exist without being written.</param>
internal sealed class SourceFlags(Shape shape, IReadOnlyCollection<string> builtIn, ProblemList problems)
{
    private const string Expected = "KEY=VALUE such as nodes.honest.count=12";

    private readonly Dictionary<string, string> seen = new(StringComparer.Ordinal);

    public MappingNode Over(MappingNode root, IEnumerable<ScenarioOverride> overrides)
    {
        MappingNode result = root;
        foreach (ScenarioOverride flag in overrides)
        {
            if (Read(flag, result) is { } layer)
            {
                MappingNode merged = SourceMerge.Over(result, layer, shape);
                result = merged with { Origin = root.Origin };
            }
        }

        return result;
    }

    private MappingNode? Read(ScenarioOverride flag, MappingNode root)
    {
        Origin origin = Origin.Flag(flag.Label);
        int equals = flag.Text.IndexOf('=', StringComparison.Ordinal);
        string[] steps = equals > 0 ? flag.Text[..equals].Trim().Split('.') : [];
        if (steps.Length is 0 or > YamlTree.MaxDepth || steps.Any(step => step.Trim().Length == 0))
        {
            problems.Add(
                origin,
                $"'{Shorten.Text(flag.Text)}' is not an override",
                Expected,
                "write the key's path, '=' and the value");
            return null;
        }

        string key = flag.Text[..equals].Trim();
        if (!seen.TryAdd(key, flag.Label))
        {
            problems.Add(
                origin,
                $"'{Shorten.Text(key)}' is already set by {seen[key]}",
                "every key once",
                "remove one of the two");
            return null;
        }

        if (key == SourceChain.ExtendsKey)
        {
            problems.Add(
                origin, "'extends' cannot be overridden", "a key of the merged scenario", "change it in the file");
            return null;
        }

        return HasOnlyKnownGroups(steps, root, origin) && Value(flag.Text[(equals + 1)..], origin) is { } value
            ? Nest(steps, value, origin)
            : null;
    }

    // A flag changes groups, it never makes one: a misspelt name would pass as a new group.
    private bool HasOnlyKnownGroups(string[] steps, MappingNode root, Origin origin)
    {
        Shape? place = shape;
        SourceNode? node = root;
        foreach (string step in steps)
        {
            MappingNode? mapping = node as MappingNode;
            node = mapping?.Find(step)?.Value;
            if (node is null && place is { MergesByKey: true, KnownKeys.Count: 0 } && !builtIn.Contains(step))
            {
                string[] names = [.. mapping?.Entries.Select(entry => entry.Key) ?? [], .. builtIn];
                string? nearest = NearestName.Of(step, names);
                string hint = nearest is null ? "add it to the file first" : $"did you mean '{nearest}'?";
                problems.Add(origin, $"there is no group '{Shorten.Text(step)}'", "a group of the file", hint);
                return false;
            }

            place = place?.Under(step);
        }

        return true;
    }

    private SourceNode? Value(string text, Origin origin)
    {
        if (text.Length > SourceText.MaxBytes || text.Any(char.IsControl))
        {
            problems.Add(origin, "the value is not plain text", Expected, "remove tabs and line breaks");
            return null;
        }

        return text.Trim().Length == 0
            ? new ScalarNode(origin, "", IsPlain: true, IsVerbatim: false)
            : YamlTree.Parse(text, origin, problems);
    }

    private static MappingNode Nest(string[] steps, SourceNode value, Origin origin)
    {
        SourceNode node = value;
        foreach (string step in steps.Reverse())
        {
            node = new MappingNode(origin, [new MappingEntry(step.Trim(), origin, node)]);
        }

        return (MappingNode)node;
    }
}
