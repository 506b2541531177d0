namespace Simulator.Kernel;

/// <summary>Pure work that some thread computes once.</summary>
internal abstract class Computation
{
    private const int Waiting = 0;
    private const int Claimed = 1;
    private const int Done = 2;

    private int state = Waiting;
    private Exception? failure;

    public bool IsDone => Volatile.Read(ref state) == Done;

    /// <summary>True for the one thread that is to run it.</summary>
    public bool TryClaim() => Interlocked.CompareExchange(ref state, Claimed, Waiting) == Waiting;

    /// <summary>Runs claimed work; a failure is kept for whoever needs the result.</summary>
    public void Run()
    {
#pragma warning disable CA1031 // whatever goes wrong belongs to the thread that waits for the result
        try
        {
            Compute();
        }
        catch (Exception exception)
        {
            failure = exception;
        }
#pragma warning restore CA1031
        Volatile.Write(ref state, Done);
    }

    /// <summary>Ends the run if the work failed: work is pure, so that is a bug.</summary>
    public void ThrowIfFailed()
    {
        if (failure is not null)
        {
            throw new InvariantViolatedException($"a job failed: {failure.Message}", failure);
        }
    }

    protected abstract void Compute();
}
