using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Simulator.Experiments;
using Simulator.Inference.Catalogue;
using Simulator.Scenarios;
using Simulator.Scenarios.Problems;

namespace Simulator.Cli.Commands;

/// <summary>The scenario file and the flags that change it, as every verb on a scenario takes them.</summary>
internal sealed class ScenarioArguments
{
    public Argument<string> File { get; } = new("FILE") { Description = "Scenario file (YAML)" };

    public Option<ulong?> Seed { get; } = new("--seed")
    {
        Description = "Seed instead of the file's",
        HelpName = "N",
        CustomParser = ReadSeed,
    };

    public Option<string[]> Set { get; } = new("--set")
    {
        Description = "One key of the scenario instead of the file's, as in nodes.honest.count=12",
        HelpName = "KEY=VALUE",
        AllowMultipleArgumentsPerToken = false,
    };

    public void AddTo(Command command)
    {
        command.Add(File);
        command.Add(Seed);
        command.Add(Set);
    }

    public string PathOf(ParseResult parsed) => parsed.GetRequiredValue(File);

    public string[] Flags(ParseResult parsed) => parsed.GetValue(Set) ?? [];

    /// <summary>The scenario, or null after every problem has been told.</summary>
    public Scenarios.Settings.Scenario? Load(ParseResult parsed)
    {
        List<ScenarioOverride> overrides = [.. ScenarioOverride.FromFlags(Flags(parsed))];
        if (parsed.GetValue(Seed) is { } seed)
        {
            overrides.Add(new ScenarioOverride("--seed", $"seed={seed}"));
        }

        ScenarioVocabulary vocabulary = MetricVocabulary.Of(ModelStore.Shipped());
        ScenarioLoad load = ScenarioFile.LoadLabelled(PathOf(parsed), overrides, vocabulary);
        foreach (ScenarioProblem problem in load.Problems)
        {
            Console.Error.WriteLine(problem.ToString());
        }

        if (load.Scenario is null)
        {
            int count = load.Problems.Count;
            Console.Error.WriteLine(count == 1 ? "1 problem; nothing was run" : $"{count} problems; nothing was run");
        }

        return load.Scenario;
    }

    private static ulong? ReadSeed(ArgumentResult argument)
    {
        if (ulong.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
        {
            return seed;
        }

        argument.AddError($"--seed takes a whole number from 0 to {ulong.MaxValue}");
        return null;
    }
}
