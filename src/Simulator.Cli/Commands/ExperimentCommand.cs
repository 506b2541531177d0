using Simulator.Cli.Terminal;
using Simulator.Experiments;
using Simulator.Reporting;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim run FILE</c> where the file asks for more than one run.</summary>
internal static class ExperimentCommand
{
    /// <param name="request">What to run.</param>
    /// <param name="isJson">Prints the summary as JSON.</param>
    /// <param name="isOver">Begins no run: what has ended is what there is.</param>
    public static int Run(ExperimentRequest request, bool isJson, bool isOver)
    {
        SpeedHint.Tell();
        ExperimentProgressLine progress = new();
        using Interruption interruption = new();
        CancellationToken cancellation = isOver ? new CancellationToken(canceled: true) : interruption.Token;
        try
        {
            ExperimentOutcome outcome = Experiment.Execute(request, progress.Report, cancellation);
            progress.Clear();
            Write(outcome, isJson);
            return ExitCodeOf(outcome.Summary);
        }
        catch (OperationCanceledException) when (request.Farm is not null)
        {
            progress.Clear();
            return RankedExperiment.WriteFinished(request);
        }
    }

    private static void Write(ExperimentOutcome outcome, bool isJson)
    {
        if (isJson)
        {
            Console.Out.WriteLine(File.ReadAllText(Path.Combine(outcome.Directory, "summary.json")));
        }
        else
        {
            ExperimentText.Write(outcome, Console.Out);
        }
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
