using System.CommandLine;
using System.Globalization;
using Simulator.Cli.Terminal;
using Simulator.Experiments;
using Simulator.Reporting;
using Simulator.Scenarios.Settings;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim plan FILE</c>: what would be run, and what it would take.</summary>
internal sealed class PlanCommand
{
    private readonly ScenarioArguments scenario = new();

    private readonly Option<int?> jobs = NumberOption.Of("--jobs", 1, 256, "Runs at the same time (default: all cores)");

    public static Command Create() => new PlanCommand().Build();

    private Command Build()
    {
        Command command = new("plan", "Tells how many runs a scenario asks for, what varies, and the time, memory and disk they take");
        scenario.AddTo(command);
        command.Add(jobs);
        command.SetAction(Plan);
        return command;
    }

    private int Plan(ParseResult parsed)
    {
        if (scenario.Load(parsed) is not { } settings)
        {
            return ExitCode.BadInput;
        }

        using Interruption interruption = new();
        try
        {
            ExperimentPlan plan = ExperimentPlan.Of(
                new ExperimentRequest
                {
                    Scenario = settings,
                    Name = Path.GetFileNameWithoutExtension(scenario.PathOf(parsed)),
                    OutputFolder = "",
                    Command = "",
                    Models = scenario.Models(parsed, settings),
                    Jobs = parsed.GetValue(jobs) ?? Environment.ProcessorCount,
                },
                interruption.Token);
            Write(settings, plan, Console.Out);
            return ExitCode.Success;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    private static void Write(Scenario settings, ExperimentPlan plan, TextWriter writer)
    {
        writer.WriteLine(settings.Question);
        writer.WriteLine();
        writer.WriteLine($"  arms          {Wording.Count(plan.Arms)}  ({Varied(settings)})");
        writer.WriteLine($"  replications  {Replications(plan.Replications)}");
        writer.WriteLine($"  runs          {Range(plan.LeastRuns, plan.MostRuns, runs => Wording.Count(runs))}");
        writer.WriteLine($"  time          {Range(plan.LeastRuns, plan.MostRuns, runs => Time(plan.SecondsFor(runs)))}"
            + $"  with {Wording.Count(plan.Jobs)} at the same time");
        writer.WriteLine($"  memory        about {Bytes(plan.MemoryBytes)}");
        writer.WriteLine($"  disk          {Range(plan.LeastRuns, plan.MostRuns, runs => Bytes(plan.DiskFor(runs)))}");
        writer.WriteLine();
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  from {plan.PilotRuns} pilot runs of {plan.SecondsPerRun:0.00} s each on one core; nothing was written"));
    }

    private static string Varied(Scenario settings) => settings.Vary switch
    {
        null => "nothing varies",
        Variation.Listed listed => $"{Word(listed)} over {string.Join(", ", listed.Arms.SelectMany(arm => arm)
            .GroupBy(value => value.Key)
            .Select(key => $"{key.Key}: {Some([.. key.Select(value => value.Text).Distinct()])}"))}",
        Variation.Sampled sampled => $"{Word(sampled)} over {string.Join(", ", sampled.Ranges
            .Select(range => $"{range.Key}: {range.From} to {range.To}"))}",
        _ => throw Primitives.Invariant.Unreachable(settings.Vary),
    };

    private static string Word(Variation variation) => variation.Design.ToString().ToLowerInvariant();

    private static string Some(string[] values) =>
        values.Length <= 8 ? string.Join(", ", values) : $"{string.Join(", ", values[..7])}, … {values[^1]}";

    private static string Replications(Replications wanted) => wanted.Until is { } rule
        ? $"{Wording.Count(wanted.Least)} to {Wording.Count(wanted.Most)}, until {rule.Metric.Text} is known exactly enough"
        : Wording.Count(wanted.Least);

    private static string Range(long least, long most, Func<long, string> text) =>
        least == most ? text(least) : $"{text(least)} to {text(most)}";

    private static string Time(double seconds) => seconds switch
    {
        < 90 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#} s"),
        < 5_400 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0.#} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3_600:0.#} h"),
    };

    private static string Bytes(double bytes) => bytes switch
    {
        < 1e6 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB"),
        < 1e9 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.##} GB"),
    };
}
