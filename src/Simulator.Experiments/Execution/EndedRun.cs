using Simulator.Reporting;

namespace Simulator.Experiments;

/// <summary>A run that has ended, as its line in the journal.</summary>
/// <param name="Id">Which run.</param>
/// <param name="Line">The whole line.</param>
/// <param name="HasFailed">A bug ended it.</param>
internal sealed record EndedRun(RunId Id, byte[] Line, bool HasFailed)
{
    public static EndedRun Of(ExperimentRun run) =>
        new(new RunId(run.Arm, run.Replication), ExperimentBundle.LineOf(run), run.Failure is not null);
}
