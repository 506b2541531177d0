namespace Simulator.Kernel;

/// <summary>A job as one actor started it: the work, what it costs, and what it becomes.</summary>
internal abstract class PendingJob(Computation work)
{
    public Computation Work { get; } = work;

    /// <summary>When it was started.</summary>
    public required SimTime StartedAt { get; init; }

    /// <summary>Declared lower bound; zero if the service time was known.</summary>
    public SimDuration AtLeast { get; init; }

    /// <summary>The service time by the result; for jobs with a lower bound.</summary>
    public abstract SimDuration ServiceTime();

    /// <summary>The completion message; call when the work is done.</summary>
    public abstract Message Complete();
}
