using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>What a shape needs besides the node it reads.</summary>
/// <param name="Main">The start of the scenario file: where to point when a value stands nowhere.</param>
/// <param name="Root">The merged scenario, for names that one section defines and another uses.</param>
internal sealed record ReadContext(ProblemList Problems, ScenarioVocabulary Vocabulary, Origin Main, MappingNode Root)
{
    public void Add(Origin origin, string what, string expected, string hint) =>
        Problems.Add(PointableFrom(origin), what, expected, hint);

    public void Add(Origin origin, Complaint complaint) => Problems.Add(PointableFrom(origin), complaint);

    /// <summary>A hint with the nearest of the known names, or with all of them when they are few.</summary>
    public string Suggest(string wrong, IReadOnlyCollection<string> known, string otherwise)
    {
        string? nearest = Problems.IsFull ? null : NearestName.Of(wrong, known);
        return nearest is null ? otherwise : $"did you mean '{nearest}'?";
    }

    /// <summary>The names that the file gives to the groups of a section, which may lie in another: <c>a.b</c>.</summary>
    public IEnumerable<string> NamesIn(string section) =>
        Root.FindAt(section)?.Entries.Select(entry => entry.Key) ?? [];

    private Origin PointableFrom(Origin origin) =>
        origin.Kind is OriginKind.Default or OriginKind.Preset ? Main : origin;
}
