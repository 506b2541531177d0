namespace Simulator.Experiments;

/// <summary>Threads that take work one piece at a time until there is none.</summary>
internal static class Slots
{
    /// <summary>Does every piece once, in order of the beginnings. What a piece throws ends the rest and is thrown here.</summary>
    /// <param name="pieces">Taken one by one, never by two threads at once.</param>
    /// <param name="count">Threads; at least 1.</param>
    /// <param name="work">Done on any of the threads.</param>
    /// <param name="cancellation">No further piece is begun.</param>
    public static void Work<T>(IEnumerable<T> pieces, int count, Action<T> work, CancellationToken cancellation)
    {
        using IEnumerator<T> source = pieces.GetEnumerator();
        Lock gate = new();
        Exception? failure = null;
        Thread[] threads = [.. Enumerable.Range(0, count).Select(slot => new Thread(Take) { Name = $"run slot {slot}" })];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        if (failure is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }

        void Take()
        {
            while (Next(out T piece))
            {
                try
                {
                    work(piece);
                }
                catch (Exception problem) when (problem is not OutOfMemoryException)
                {
                    lock (gate)
                    {
                        failure ??= problem;
                    }
                }
            }
        }

        bool Next(out T piece)
        {
            lock (gate)
            {
                bool isMore = failure is null && !cancellation.IsCancellationRequested && source.MoveNext();
                piece = isMore ? source.Current : default!;
                return isMore;
            }
        }
    }
}
