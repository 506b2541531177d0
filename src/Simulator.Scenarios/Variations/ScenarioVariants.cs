using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sections;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Variations;

/// <summary>Makes arms of a scenario: the same file with other values at some keys, and no experiment any more.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class ScenarioVariants
{
    /// <summary>The keys that make a scenario an experiment, which its arms do not have.</summary>
    internal static readonly IReadOnlyList<string> Keys = ["vary", "replications", EstimatesSection.Name];

    private readonly MappingNode merged;
    private readonly string path;
    private readonly ScenarioVocabulary vocabulary;

    /// <param name="merged">The file over its parents, under its flags.</param>
    internal ScenarioVariants(MappingNode merged, string path, ScenarioVocabulary vocabulary)
    {
        this.merged = merged;
        this.path = path;
        this.vocabulary = vocabulary;
    }

    /// <summary>One arm, or every reason why its values do not go together.</summary>
    public ScenarioLoad Resolve(IReadOnlyList<VariedValue> values)
    {
        ProblemList problems = new();
        Scenario? arm = Read(values, problems);
        return problems.IsEmpty && arm is not null
            ? new ScenarioLoad(arm, [])
            : new ScenarioLoad(null, problems.InReadingOrder());
    }

    /// <summary>The scenario as it stands, experiment included.</summary>
    internal Scenario? ReadWhole(ProblemList problems) => Read(merged, merged, problems) is { } whole
        ? whole with { Variants = this }
        : null;

    /// <summary>Reports what is wrong with any of the arms that the scenario states.</summary>
    internal void Check(Variation variation, ProblemList problems)
    {
        IEnumerable<IReadOnlyList<VariedValue>> arms = variation switch
        {
            Variation.Listed listed => listed.Arms,
            Variation.Sampled sampled => Enumerable.Range(0, 2).Select(end => sampled.Ranges.Select(range => range.At(end)).ToArray()),
            _ => throw Primitives.Invariant.Unreachable(variation),
        };
        HashSet<ScenarioProblem> known = [];
        foreach (IReadOnlyList<VariedValue> arm in arms.TakeWhile(_ => !problems.IsFull))
        {
            ProblemList found = new();
            Read(arm, found);
            string values = string.Join(", ", arm.Select(value => $"{value.Key} = {value.Text}"));
            problems.AddFrom(found, $"in the arm {Shorten.Text(values)}", known);
        }
    }

    private Scenario? Read(IReadOnlyList<VariedValue> values, ProblemList problems)
    {
        MappingNode arm = merged with { Entries = [.. merged.Entries.Where(entry => !Keys.Contains(entry.Key))] };
        foreach (VariedValue value in values)
        {
            arm = SourceMerge.Over(arm, Nest(value), ScenarioSection.Both) with { Origin = merged.Origin };
        }

        return Read(arm, merged, problems);
    }

    private static MappingNode Nest(VariedValue value)
    {
        SourceNode node = value.Node;
        foreach (string step in value.Key.Split('.').Reverse())
        {
            node = new MappingNode(value.Node.Origin, [new MappingEntry(step, value.Node.Origin, node)]);
        }

        return (MappingNode)node;
    }

    // What the experiment's own sections name stays known to the verdicts of an arm.
    private Scenario? Read(MappingNode source, MappingNode whole, ProblemList problems)
    {
        MappingNode complete = SourceMerge.Over(HardwareSection.LayerFor(source), source, ScenarioSection.Both);
        MappingNode root = complete with
        {
            Entries =
            [
                .. complete.Entries,
                .. whole.Entries.Where(entry => Keys.Contains(entry.Key) && complete.Find(entry.Key) is null),
            ],
        };
        GroupNames.RequireUnique(complete, problems);
        Origin main = new(OriginKind.File, path, 1, 1, 0);
        Resolved<Scenario>? read = ScenarioSection.Of(complete).Read(complete, new ReadContext(problems, vocabulary, main, root));
        return read is null ? null : WithResolution(read);
    }

    private static Scenario WithResolution(Resolved<Scenario> read)
    {
        string yaml = ResolvedYaml.Write(read.Node);
        return read.Value with { ResolvedYaml = yaml, Hash = ResolvedYaml.HashOf(yaml), Resolution = read.Node };
    }
}
