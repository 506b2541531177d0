using Simulator.Cli.Terminal;
using Simulator.Experiments;
using Simulator.Reporting;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim run FILE</c> where the file asks for more than one run.</summary>
internal static class ExperimentCommand
{
    public static int Run(ExperimentRequest request, bool isJson)
    {
        SpeedHint.Tell();
        ExperimentProgressLine progress = new();
        using Interruption interruption = new();
        ExperimentOutcome outcome = Experiment.Execute(request, progress.Report, interruption.Token);
        progress.Clear();
        if (isJson)
        {
            Console.Out.WriteLine(File.ReadAllText(Path.Combine(outcome.Directory, "summary.json")));
        }
        else
        {
            ExperimentText.Write(outcome, Console.Out);
        }

        return ExitCodeOf(outcome.Summary);
    }

    // A run that a bug ended makes every figure beside it doubtful.
    private static int ExitCodeOf(ExperimentSummary summary) => summary switch
    {
        { IsComplete: false } => ExitCode.Interrupted,
        { Failures.Count: > 0 } => ExitCode.Bug,
        { Outcome: VerdictOutcome.Fail } => ExitCode.VerdictFailed,
        { Outcome: VerdictOutcome.Inconclusive } => ExitCode.Inconclusive,
        _ => ExitCode.Success,
    };
}
