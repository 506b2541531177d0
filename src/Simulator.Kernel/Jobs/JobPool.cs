using System.Diagnostics.CodeAnalysis;

namespace Simulator.Kernel;

/// <summary>Threads that compute jobs while virtual time goes on.</summary>
/// <remarks>
/// With one thread there are no workers: each job is computed when it is due, and never if its actor crashed. With
/// more, the simulation's thread lends a hand instead of waiting. Which thread computes what cannot be observed.
/// </remarks>
internal sealed class JobPool(int threads)
{
    private readonly Queue<Computation> waiting = new();
    private readonly object gate = new();
    private readonly List<Thread> workers = [];
    private bool stopping;

    /// <summary>Lets the workers have it if there are any.</summary>
    public void Submit(Computation work)
    {
        if (threads == 1)
        {
            return;
        }

        if (workers.Count == 0)
        {
            StartWorkers();
        }

        lock (gate)
        {
            waiting.Enqueue(work);
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Returns when the work is done, computing it here or helping elsewhere meanwhile.</summary>
    public void Await(Computation work)
    {
        if (work.TryClaim())
        {
            work.Run();
        }

        while (!work.IsDone)
        {
            if (TryTake(work, out Computation? other) && other.TryClaim())
            {
                other.Run();
            }
        }

        work.ThrowIfFailed();
    }

    /// <summary>Ends the workers after what they are at; what waits is kept for the next run.</summary>
    public void Stop()
    {
        lock (gate)
        {
            stopping = true;
            Monitor.PulseAll(gate);
        }

        workers.ForEach(static worker => worker.Join());
        workers.Clear();
        stopping = false;
    }

    private void StartWorkers()
    {
        for (int i = 1; i < threads; i++)
        {
            var worker = new Thread(Serve) { IsBackground = true, Name = $"job worker {i}" };
            workers.Add(worker);
            worker.Start();
        }
    }

    private void Serve()
    {
        while (TryTake(null, out Computation? work))
        {
            if (work.TryClaim())
            {
                work.Run();
                lock (gate)
                {
                    Monitor.PulseAll(gate);
                }
            }
        }
    }

    /// <summary>Waits for work; false when stopping, or when <paramref name="awaited"/> is done.</summary>
    private bool TryTake(Computation? awaited, [NotNullWhen(true)] out Computation? work)
    {
        lock (gate)
        {
            while (true)
            {
                work = null;
                if (awaited is { IsDone: true } || (awaited is null && stopping))
                {
                    return false;
                }

                if (waiting.TryDequeue(out work))
                {
                    return true;
                }

                Monitor.Wait(gate);
            }
        }
    }
}
