using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sections;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Sources;
using Simulator.Scenarios.Variations;

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
        Section<Scenario> shape = ScenarioSection.Both;
        string[] notInherited = [.. shape.Keys.Where(key => key.IsNotInherited).Select(key => key.Name)];
        MappingNode? file = new SourceChain(shape, notInherited, problems).Read(path);
        if (file is null)
        {
            return new ScenarioLoad(null, problems.InReadingOrder());
        }

        MappingNode merged = new SourceFlags(shape, HardwareSection.BuiltInNames, problems).Over(file, overrides);
        ScenarioVariants variants = new(merged, path, vocabulary);
        Scenario? scenario = variants.ReadWhole(problems);
        if (problems.IsEmpty && scenario?.Vary is { } variation)
        {
            variants.Check(variation, problems);
        }

        return problems.IsEmpty && scenario is not null
            ? new ScenarioLoad(scenario, [])
            : new ScenarioLoad(null, problems.InReadingOrder());
    }
}
