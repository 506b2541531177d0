using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Simulator.Experiments;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Hub;
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

    public Option<string?> Store { get; } = HubCommand.StoreOption();

    public void AddTo(Command command)
    {
        command.Add(File);
        command.Add(Seed);
        command.Add(Set);
        command.Add(Store);
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

        if (HubCommand.MissingStore(parsed.GetValue(Store)) is { } problem)
        {
            Console.Error.WriteLine($"opgsim: {problem}");
            return null;
        }

        ScenarioVocabulary vocabulary = MetricVocabulary.Of(ModelStore.Shipped(), HubOf(parsed).References());
        ScenarioLoad load = ScenarioFile.LoadLabelled(PathOf(parsed), overrides, vocabulary);
        foreach (ScenarioProblem found in load.Problems)
        {
            Console.Error.WriteLine(found.ToString());
        }

        if (load.Scenario is null)
        {
            int count = load.Problems.Count;
            Console.Error.WriteLine(count == 1 ? "1 problem; nothing was run" : $"{count} problems; nothing was run");
        }

        return load.Scenario;
    }

    /// <summary>The shipped models, and those of the local store that the scenario asks for and that are not shipped.</summary>
    /// <exception cref="InvalidDataException">A stored model is missing or corrupted; the message names it.</exception>
    public ModelStore Models(ParseResult parsed, Scenarios.Settings.Scenario scenario)
    {
        ModelStore models = ModelStore.Shipped();
        HubStore hub = HubOf(parsed);
        foreach (string name in scenario.Users.Select(group => group.Asks.Model).Distinct(StringComparer.Ordinal))
        {
            if (models.Find(name) is not ModelLookup.Found
                && ModelReference.TryParse(name, out ModelReference? reference)
                && hub.Read(reference) is { } blob)
            {
                models.TryAdd(reference, blob);
            }
        }

        return models;
    }

    private HubStore HubOf(ParseResult parsed) => new(parsed.GetValue(Store) ?? HubCommand.DefaultStore);

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
