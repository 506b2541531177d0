namespace Simulator.Experiments;

/// <summary>Threads that take work one piece at a time until there is none.</summary>
internal sealed class Slots
{
    private readonly Thread[] threads;

    private Slots(Thread[] threads) => this.threads = threads;

    public bool HaveEnded => !Array.Exists(threads, thread => thread.IsAlive);

    /// <summary>Does every piece once. What a piece throws ends the rest and is thrown here.</summary>
    /// <param name="work">What there is to do.</param>
    /// <param name="count">Threads; at least 1.</param>
    /// <param name="action">Done on any of the threads.</param>
    /// <param name="cancellation">No further piece is begun.</param>
    public static void Work<T>(IEnumerable<T> work, int count, Action<T> action, CancellationToken cancellation) =>
        Work(work, count, action, null, cancellation);

    /// <summary>The same; each thread calls <paramref name="ended"/> when it has nothing more to do.</summary>
    public static void Work<T>(
        IEnumerable<T> work, int count, Action<T> action, Action? ended, CancellationToken cancellation)
    {
        using Pieces<T> pieces = new(work, cancellation);
        Begin(pieces, count, action, ended).Join();
        pieces.ThrowIfFailed();
    }

    /// <summary>Begins to work and returns at once. What a piece throws, <paramref name="pieces"/> is told.</summary>
    public static Slots Begin<T>(Pieces<T> pieces, int count, Action<T> action, Action? ended = null)
    {
        Slots slots = new([.. Enumerable.Range(0, count).Select(slot => new Thread(Take) { Name = $"run slot {slot}" })]);
        Array.ForEach(slots.threads, thread => thread.Start());
        return slots;

        void Take()
        {
            while (pieces.TryTake(out T piece))
            {
                try
                {
                    action(piece);
                }
                catch (Exception problem) when (problem is not OutOfMemoryException)
                {
                    pieces.Fail(problem);
                }
            }

            ended?.Invoke();
        }
    }

    public void Join() => Array.ForEach(threads, thread => thread.Join());
}
