using System.Diagnostics;
using Simulator.Reporting;
using Simulator.Scenarios.Settings;

namespace Simulator.Experiments;

/// <summary>What an experiment would take, from a few pilot runs of it.</summary>
public sealed record ExperimentPlan
{
    private const int MostPilots = 4;

    // A run is kept three times: in the journal while the experiment lasts, in runs.jsonl, and as a row of runs.csv.
    private const double CopiesOfARun = 2.4;

    private static readonly TimeSpan PilotTime = TimeSpan.FromSeconds(20);

    public required int Arms { get; init; }

    public required Replications Replications { get; init; }

    /// <summary>Runs at the same time.</summary>
    public required int Jobs { get; init; }

    public required int PilotRuns { get; init; }

    /// <summary>Of one run on one core; without the first pilot's warm-up where there was another.</summary>
    public required double SecondsPerRun { get; init; }

    /// <summary>Of the whole process while it runs.</summary>
    public required long MemoryBytes { get; init; }

    public required double BytesPerRun { get; init; }

    public long LeastRuns => (long)Arms * Replications.Least;

    public long MostRuns => (long)Arms * Replications.Most;

    public double SecondsFor(long runs) => SecondsPerRun * runs / Math.Min(Jobs, Math.Max(1, runs));

    public double DiskFor(long runs) => BytesPerRun * runs;

    /// <summary>Makes pilot runs spread over the arms, and keeps nothing of them.</summary>
    /// <exception cref="OperationCanceledException">Someone interrupted.</exception>
    public static ExperimentPlan Of(ExperimentRequest request, CancellationToken cancellation)
    {
        ArmList arms = new(request.Scenario);
        arms.Check();
        using SharedParts parts = new(request.Models);
        FigureRun runner = new(request, Experiment.Asked(request.Scenario), parts);
        long before = Process.GetCurrentProcess().WorkingSet64;
        Stopwatch whole = Stopwatch.StartNew();
        List<double> seconds = [];
        long bytes = 0;
        for (int pilot = 0; pilot < MostPilots && whole.Elapsed < PilotTime; pilot++)
        {
            int arm = pilot * (arms.Count - 1) / (MostPilots - 1);
            Stopwatch watch = Stopwatch.StartNew();
            RunId id = new(arm, pilot);
            ExperimentRun run = runner.Execute(id, arms[arm], cancellation)
                ?? throw new OperationCanceledException(cancellation);
            seconds.Add(watch.Elapsed.TotalSeconds);
            bytes += ExperimentBundle.LineOf(run).Length;
        }

        long peak = Process.GetCurrentProcess().PeakWorkingSet64;
        return new ExperimentPlan
        {
            Arms = arms.Count,
            Replications = request.Scenario.Replications ?? new Replications(1, 1, null),
            Jobs = request.Jobs,
            PilotRuns = seconds.Count,
            SecondsPerRun = seconds.Count > 1 ? seconds.Skip(1).Average() : seconds[0],
            MemoryBytes = before + ((peak - before) * request.Jobs),
            BytesPerRun = CopiesOfARun * bytes / seconds.Count,
        };
    }
}
