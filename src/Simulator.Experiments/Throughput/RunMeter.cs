using System.Diagnostics;

namespace Simulator.Experiments.Throughput;

/// <summary>Where the time of an experiment goes: into events, into what surrounds them, or nowhere.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class RunMeter
{
    private long simulated;
    private long prepared;
    private long told;
    private long computed;
    private long queued;
    private long working;

    /// <summary>CPU time between the first event of a run and its last, over all runs.</summary>
    public TimeSpan Simulated => TimeSpan.FromMicroseconds(simulated / 1_000);

    /// <summary>CPU time before the first event: the world is built.</summary>
    public TimeSpan Prepared => TimeSpan.FromMicroseconds(prepared / 1_000);

    /// <summary>CPU time after the last event: figures, and the line of the journal.</summary>
    public TimeSpan Told => TimeSpan.FromMicroseconds(told / 1_000);

    /// <summary>CPU time of the threads that make runs.</summary>
    public TimeSpan Computed => TimeSpan.FromMicroseconds(computed / 1_000);

    /// <summary>Time in which these threads could have computed and the machine was busy with others.</summary>
    public TimeSpan Queued => TimeSpan.FromMicroseconds(queued / 1_000);

    /// <summary>From the first run's beginning to the last one's end.</summary>
    public TimeSpan Working => Stopwatch.GetElapsedTime(0, working);

    /// <summary>A thread has made its last run.</summary>
    public void EndThread()
    {
        ThreadLoad load = ThreadLoad.OfThisThread();
        Interlocked.Add(ref computed, load.Computed);
        Interlocked.Add(ref queued, load.Queued);
    }

    public void EndWork(long beganAt) => Interlocked.Add(ref working, Stopwatch.GetTimestamp() - beganAt);

    public void EndRun(ThreadLoad begun, ThreadLoad built, ThreadLoad simulatedUntil)
    {
        Interlocked.Add(ref prepared, built.Computed - begun.Computed);
        Interlocked.Add(ref simulated, simulatedUntil.Computed - built.Computed);
        Interlocked.Add(ref told, ThreadLoad.OfThisThread().Computed - simulatedUntil.Computed);
    }
}
