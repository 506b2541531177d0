namespace Simulator.Experiments;

/// <summary>Work that is taken one piece at a time, by whoever is free, until there is none.</summary>
/// <remarks>Safe for concurrent use.</remarks>
/// <param name="pieces">Taken one by one, never by two threads at once.</param>
/// <param name="cancellation">No further piece is given out.</param>
internal sealed class Pieces<T>(IEnumerable<T> pieces, CancellationToken cancellation) : IDisposable
{
    private readonly IEnumerator<T> source = pieces.GetEnumerator();
    private readonly Lock gate = new();
    private Exception? failure;

    /// <summary>False when there is nothing more to do.</summary>
    public bool TryTake(out T piece)
    {
        lock (gate)
        {
            bool isOver = Volatile.Read(ref failure) is not null || cancellation.IsCancellationRequested;
            bool isMore = !isOver && source.MoveNext();
            piece = isMore ? source.Current : default!;
            return isMore;
        }
    }

    /// <summary>No further piece is given out; the first failure counts.</summary>
    /// <remarks>Takes no lock: someone may wait inside for the next piece to turn up.</remarks>
    public void Fail(Exception problem) => Interlocked.CompareExchange(ref failure, problem, null);

    /// <summary>Throws the failure, if there was one.</summary>
    public void ThrowIfFailed()
    {
        if (Volatile.Read(ref failure) is { } problem)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(problem);
        }
    }

    public void Dispose() => source.Dispose();
}
