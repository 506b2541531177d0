using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Sections;

/// <summary>Dotted paths into a scenario: <c>nodes.honest.count</c>.</summary>
internal static class ScenarioPath
{
    /// <summary>The shape at the path; null when the schema or the file has no such place.</summary>
    public static Shape? Find(string path, MappingNode root)
    {
        Shape? shape = ScenarioSection.Of(root);
        SourceNode? node = root;
        foreach (string step in path.Split('.'))
        {
            bool isFree = shape is not null && shape.MergesByKey && shape.KnownKeys.Count == 0;
            node = (node as MappingNode)?.Find(step)?.Value;
            shape = isFree && node is null ? null : shape?.Under(step);
        }

        return shape;
    }

    /// <summary>Every path to a single value in this scenario.</summary>
    public static IReadOnlyList<string> All(MappingNode root)
    {
        List<string> paths = [];
        Collect("", ScenarioSection.Of(root), root, paths);
        return paths;
    }

    private static void Collect(string prefix, Shape shape, MappingNode? node, List<string> paths)
    {
        IEnumerable<string> names = shape.KnownKeys.Count > 0
            ? shape.KnownKeys
            : node?.Entries.Select(entry => entry.Key).Take(NamedGroups<string>.MaxGroups) ?? [];
        foreach (string name in names)
        {
            string path = prefix.Length == 0 ? name : $"{prefix}.{name}";
            if (shape.Under(name) is { MergesByKey: true } below)
            {
                Collect(path, below, node?.Find(name)?.Value as MappingNode, paths);
            }
            else
            {
                paths.Add(path);
            }
        }
    }
}
