using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Simulator.Cli.Terminal;
using Simulator.Experiments;
using Simulator.Reporting;
using Simulator.Scenarios.Settings;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim run FILE</c>: one run, its verdicts, its bundle.</summary>
internal sealed class RunCommand
{
    private readonly ScenarioArguments scenario = new();

    private readonly Option<string?> output = new("--out") { Description = "Folder for the bundle (default: results/<name>-<seed>)" };

    private readonly Option<int?> threads = new("--threads")
    {
        Description = "Threads that compute jobs; never changes the result (default: all cores)",
        HelpName = "N",
        CustomParser = ReadThreads,
    };

    private readonly Option<string?> replay = new("--replay")
    {
        Description = "Bundle whose recorded inference facts are used instead of computing",
    };

    private readonly Option<bool> json = new("--json") { Description = "Print summary.json instead of text" };

    public static Command Create() => new RunCommand().Build();

    private Command Build()
    {
        Command command = new("run", "Runs a scenario and writes a bundle: verdicts, figures, charts, report");
        scenario.AddTo(command);
        command.Add(output);
        command.Add(threads);
        command.Add(replay);
        command.Add(json);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        if (scenario.Load(parsed) is not { } settings)
        {
            return ExitCode.BadInput;
        }

        string name = Path.GetFileNameWithoutExtension(scenario.PathOf(parsed));
        string folder = parsed.GetValue(output)
            ?? Path.Combine("results", string.Create(CultureInfo.InvariantCulture, $"{name}-{settings.Seed}"));
        if (BundleTarget.Problem(folder) is { } problem)
        {
            Console.Error.WriteLine($"opgsim: {problem}");
            return ExitCode.BadInput;
        }

        SpeedHint.Tell();
        ProgressLine progress = new();
        using Interruption interruption = new();
        BundleOutcome outcome = SingleRun.Execute(
            RequestOf(parsed, settings, name, folder), progress.Report, interruption.Token);
        progress.Clear();
        Write(parsed, outcome);
        return ExitCodeOf(outcome.Summary);
    }

    private static int? ReadThreads(ArgumentResult argument)
    {
        if (int.TryParse(argument.Tokens[0].Value, CultureInfo.InvariantCulture, out int count) && count is >= 1 and <= 256)
        {
            return count;
        }

        argument.AddError("--threads takes a number from 1 to 256");
        return null;
    }

    private RunRequest RequestOf(ParseResult parsed, Scenario settings, string name, string folder) => new()
    {
        Scenario = settings,
        Name = name,
        OutputFolder = folder,
        Command = CommandOf(parsed, settings),
        Models = scenario.Models(parsed, settings),
        Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
        ReplayBundle = parsed.GetValue(replay),
    };

    // What changes the result belongs into the command, threads and folders do not: equal runs print equal commands.
    private string CommandOf(ParseResult parsed, Scenario settings)
    {
        string file = scenario.PathOf(parsed).Replace('\\', '/');
        string flags = string.Concat(scenario.Flags(parsed).Select(flag => $" --set '{flag}'"));
        string store = parsed.GetValue(scenario.Store) is { } folder ? $" --store '{folder}'" : "";
        return string.Create(CultureInfo.InvariantCulture, $"./opgsim run {file} --seed {settings.Seed}{flags}{store}");
    }

    private void Write(ParseResult parsed, BundleOutcome outcome)
    {
        if (parsed.GetValue(json))
        {
            Console.Out.WriteLine(File.ReadAllText(Path.Combine(outcome.Directory, "summary.json")));
        }
        else
        {
            OutcomeText.Write(outcome, Console.Out);
        }
    }

    private static int ExitCodeOf(RunSummary summary)
    {
        if (summary.Result.Completion == RunCompletion.Interrupted)
        {
            return ExitCode.Interrupted;
        }

        return summary.Verdicts.Any(verdict => verdict.Outcome == VerdictOutcome.Fail) ? ExitCode.VerdictFailed
            : summary.Verdicts.Any(verdict => verdict.Outcome == VerdictOutcome.Inconclusive) ? ExitCode.Inconclusive
            : ExitCode.Success;
    }
}
