using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sections;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios;

/// <summary>Reads scenario files: text → parsed → merged → resolved.</summary>
/// <remarks>
/// Nothing in a file can make this throw: whatever is wrong becomes a <see cref="ScenarioProblem"/>, and all problems
/// are found in one pass.
/// </remarks>
public static class ScenarioFile
{
    /// <summary>The scenario in a file, with overrides of the form <c>key.path=value</c> laid over it.</summary>
    public static ScenarioLoad Load(string path, IEnumerable<string> overrides, ScenarioVocabulary vocabulary) =>
        LoadLabelled(path, ScenarioOverride.FromFlags(overrides), vocabulary);

    /// <summary>The scenario in a file, with overrides whose labels the caller chooses.</summary>
    public static ScenarioLoad LoadLabelled(
        string path, IReadOnlyList<ScenarioOverride> overrides, ScenarioVocabulary vocabulary)
    {
        ProblemList problems = new();
        Section<Scenario> shape = ScenarioSection.Shape;
        string[] notInherited = [.. shape.Keys.Where(key => key.IsNotInherited).Select(key => key.Name)];
        MappingNode? file = new SourceChain(shape, notInherited, problems).Read(path);
        if (file is null)
        {
            return new ScenarioLoad(null, problems.InReadingOrder());
        }

        MappingNode merged = new SourceFlags(shape, HardwareSection.BuiltInNames, problems).Over(file, overrides);
        MappingNode complete = SourceMerge.Over(HardwareSection.LayerFor(merged), merged, shape);
        GroupNames.RequireUnique(complete, problems);
        Origin main = new(OriginKind.File, path, 1, 1, 0);
        Resolved<Scenario>? read = shape.Read(complete, new ReadContext(problems, vocabulary, main, complete));
        return problems.IsEmpty && read is not null
            ? new ScenarioLoad(WithResolution(read), [])
            : new ScenarioLoad(null, problems.InReadingOrder());
    }

    private static Scenario WithResolution(Resolved<Scenario> read)
    {
        string yaml = ResolvedYaml.Write(read.Node);
        return read.Value with { ResolvedYaml = yaml, Hash = ResolvedYaml.HashOf(yaml), Resolution = read.Node };
    }
}
