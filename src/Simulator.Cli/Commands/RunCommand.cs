using System.CommandLine;
using System.Globalization;
using Simulator.Cli.Terminal;
using Simulator.Cluster;
using Simulator.Experiments;
using Simulator.Reporting;
using Simulator.Scenarios.Settings;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim run FILE</c>: one run or a whole experiment, its verdicts, its bundle.</summary>
internal sealed class RunCommand
{
    public const string Name = "run";

    private readonly ScenarioArguments scenario = new();

    private readonly Option<string?> output = new("--out") { Description = "Folder for the bundle (default: results/<name>-<seed>)" };

    private readonly Option<int?> threads = NumberOption.Of(
        "--threads", 1, 256, "Threads that compute jobs of a single run; never changes the result (default: all cores)");

    private readonly Option<int?> jobs = NumberOption.Of(
        "--jobs",
        1,
        256,
        "Runs of an experiment at the same time, on each rank under mpiexec; never changes the result (default: all cores; "
            + "1 where there are several ranks)");

    private readonly Option<int?> arm = NumberOption.Of(
        "--arm", 0, 1_000_000, "Only this arm of an experiment, as a single run; counted from 0");

    private readonly Option<int?> replication = NumberOption.Of(
        "--replication", 0, 1_000_000, "Only this replication, as a single run; counted from 0");

    private readonly Option<bool> fresh = new("--fresh")
    {
        Description = "Begin an experiment anew instead of going on with what is in the folder",
    };

    private readonly Option<bool> finished = new(RankedExperiment.FinishedFlag)
    {
        Description = "Begin no run: write the bundle of what an interrupted or killed experiment has come to",
    };

    private readonly Option<string?> replay = new("--replay")
    {
        Description = "Bundle whose recorded inference facts are used instead of computing",
    };

    private readonly Option<bool> json = new("--json") { Description = "Print summary.json instead of text" };

    public static Command Create() => new RunCommand().Build();

    private Command Build()
    {
        Command command = new(Name, "Runs a scenario and writes a bundle: verdicts, figures, charts, report");
        scenario.AddTo(command);
        command.Add(output);
        command.Add(threads);
        command.Add(jobs);
        command.Add(arm);
        command.Add(replication);
        command.Add(fresh);
        command.Add(finished);
        command.Add(replay);
        command.Add(json);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        if (MpiLaunch.OfThisProcess is not { } launch || launch.Size == 1)
        {
            return Run(parsed, null);
        }

        using RankGroup ranks = RankGroup.Join(launch);
        return ranks.Rank == 0
            ? RankedExperiment.Lead(ranks, farm => Run(parsed, farm))
            : RankedExperiment.Serve(ranks, () => ExperimentOf(parsed));
    }

    private int Run(ParseResult parsed, RunFarm? farm)
    {
        if (scenario.Load(parsed) is not { } settings)
        {
            return ExitCode.BadInput;
        }

        string name = NameOf(parsed);
        string folder = parsed.GetValue(output)
            ?? Path.Combine("results", string.Create(CultureInfo.InvariantCulture, $"{name}-{settings.Seed}"));
        bool isPicked = parsed.GetValue(arm) is not null || parsed.GetValue(replication) is not null;
        if (Experiment.IsAskedBy(settings) && !isPicked)
        {
            return RunAll(parsed, AllOf(parsed, settings, name, folder) with { Farm = farm });
        }

        RankedExperiment.LetGo(farm);
        if (parsed.GetValue(finished))
        {
            Console.Error.WriteLine($"opgsim: {RankedExperiment.FinishedFlag} is for experiments; this is a single run");
            return ExitCode.BadInput;
        }

        if (!isPicked)
        {
            return RunOne(parsed, RequestOf(parsed, settings, name, folder));
        }

        return RunArm.Pick(settings, parsed.GetValue(arm), parsed.GetValue(replication)) is { } picked
            ? RunOne(parsed, RequestOf(parsed, settings, name, parsed.GetValue(output) ?? folder + picked.Suffix) with
            {
                Scenario = picked.Scenario,
                Replication = (ulong)picked.Replication,
                Command = CommandOf(parsed, settings) + picked.Flags,
            })
            : ExitCode.BadInput;
    }

    private int RunAll(ParseResult parsed, ExperimentRequest request)
    {
        if (parsed.GetValue(replay) is not null)
        {
            Console.Error.WriteLine("opgsim: --replay repeats a single run; name it with --arm and --replication");
            return ExitCode.BadInput;
        }

        if (ExperimentBundle.Problem(request.OutputFolder) is { } problem)
        {
            Console.Error.WriteLine($"opgsim: {problem}");
            return ExitCode.BadInput;
        }

        if (parsed.GetValue(finished) && !ExperimentBundle.IsUnfinished(request.OutputFolder))
        {
            Console.Error.WriteLine($"opgsim: '{request.OutputFolder}' holds no unfinished experiment");
            return ExitCode.BadInput;
        }

        return ExperimentCommand.Run(request, parsed.GetValue(json), parsed.GetValue(finished));
    }

    // As another rank than 0 reads it, which has said what is wrong with the file already.
    private ExperimentRequest? ExperimentOf(ParseResult parsed) =>
        scenario.Load(parsed) is { } settings ? AllOf(parsed, settings, NameOf(parsed), "") : null;

    private ExperimentRequest AllOf(ParseResult parsed, Scenario settings, string name, string folder) => new()
    {
        Scenario = settings,
        Name = name,
        OutputFolder = folder,
        Command = CommandOf(parsed, settings),
        Models = scenario.Models(parsed, settings),
        Jobs = parsed.GetValue(jobs) ?? RankedExperiment.DefaultJobs,
        IsFresh = parsed.GetValue(fresh),
    };

    private int RunOne(ParseResult parsed, RunRequest request)
    {
        if (BundleTarget.Problem(request.OutputFolder) is { } problem)
        {
            Console.Error.WriteLine($"opgsim: {problem}");
            return ExitCode.BadInput;
        }

        SpeedHint.Tell();
        ProgressLine progress = new();
        using Interruption interruption = new();
        BundleOutcome outcome = SingleRun.Execute(request, progress.Report, interruption.Token);
        progress.Clear();
        Write(parsed, outcome);
        return ExitCodeOf(outcome.Summary);
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

    private string NameOf(ParseResult parsed) => Path.GetFileNameWithoutExtension(scenario.PathOf(parsed));

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
