using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Sections;

/// <summary>Verdicts and reports name a group without its section, so a name may exist only once.</summary>
internal static class GroupNames
{
    public static IReadOnlyList<string> Sections { get; } =
        ["users", "nodes", "facilitators", "storage", "verifiers", "economy.businesses"];

    /// <summary>Groups that a world has without a section of their own.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } = ["validators"];

    public static void RequireUnique(MappingNode root, ProblemList problems)
    {
        Dictionary<string, string> seen = BuiltIn.ToDictionary(name => name, _ => "full nodes", StringComparer.Ordinal);
        foreach (string section in Sections)
        {
            IEnumerable<MappingEntry> groups = root.FindAt(section)?.Entries ?? [];
            foreach (MappingEntry group in groups.Where(group => !seen.TryAdd(group.Key, section)))
            {
                string what = $"'{Shorten.Text(group.Key)}' is already a group of {seen[group.Key]}";
                problems.Add(
                    group.Origin, what, "every group name once in a scenario", $"rename it, for example {section}-2");
            }
        }
    }
}
