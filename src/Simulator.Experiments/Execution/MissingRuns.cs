using System.Diagnostics;
using Simulator.Scenarios.Settings;

namespace Simulator.Experiments;

/// <summary>Executes what an experiment's journal lacks: on the cores of this process, and on those of others.</summary>
internal sealed class MissingRuns(
    ExperimentRequest request, ArmList arms, Journal journal, Action<ExperimentProgress>? progress)
{
    private readonly Lock gate = new();
    private readonly int resumed = journal.Count;
    private int failed;
    private int planned;

    /// <summary>Returns the number of replications wanted, which all have ended unless someone interrupted.</summary>
    public int Execute(CancellationToken cancellation)
    {
        Replications replications = request.Scenario.Replications ?? new Replications(1, 1, null);
        using SharedParts parts = new(request.Models);
        FigureRun runner = new(request, Experiment.Asked(request.Scenario), parts);
        ReplicationCount enough = new(replications, arms, journal);
        int wanted = replications.Least;
        request.Farm?.Begin(request.Scenario);
        for (int done = 0; done < wanted && !cancellation.IsCancellationRequested; wanted = enough.After(done))
        {
            planned = wanted * arms.Count;
            long began = Stopwatch.GetTimestamp();
            Work(Missing(done, wanted), Run, cancellation);
            request.Meter?.EndWork(began);
            done = wanted;
        }

        return wanted;

        void Run(RunId id)
        {
            if (runner.Execute(id, arms[id.Arm], cancellation) is { } run)
            {
                Keep(EndedRun.Of(run));
            }
        }
    }

    private void Work(IEnumerable<RunId> missing, Action<RunId> run, CancellationToken cancellation)
    {
        if (request.Farm is { } farm)
        {
            farm.Work(missing, request.Jobs, run, Keep, cancellation);
        }
        else
        {
            Slots.Work(missing, request.Jobs, run, request.Meter is { } meter ? meter.EndThread : null, cancellation);
        }
    }

    private void Keep(EndedRun run)
    {
        journal.Append(run);
        lock (gate)
        {
            failed += run.HasFailed ? 1 : 0;
            progress?.Invoke(new ExperimentProgress(journal.Count, resumed, planned, failed));
        }
    }

    // All arms of one replication before the next: whoever stops early has pairs.
    private IEnumerable<RunId> Missing(int from, int to)
    {
        for (int replication = from; replication < to; replication++)
        {
            for (int arm = 0; arm < arms.Count; arm++)
            {
                RunId id = new(arm, replication);
                if (!journal.Contains(id))
                {
                    yield return id;
                }
            }
        }
    }
}
