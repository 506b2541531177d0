using System.Collections.Concurrent;
using Simulator.Kernel;
using Simulator.Records;

namespace Simulator.Experiments;

/// <summary>Hands the kernel's observations to everyone who reads a run, in their order, on one thread beside the simulation's.</summary>
/// <remarks>
/// Observers only read, so no result depends on when they do. The queue is bounded: a simulation that talks faster than
/// its observers write waits for them. What an observer throws ends the run at the next observation.
/// </remarks>
internal sealed class ObserverThread : IObservationSink, IDisposable
{
    private const int QueueCapacity = 16_384;

    private readonly BlockingCollection<Records.ObservedFact> queue = new(QueueCapacity);
    private readonly IObserver[] observers;
    private readonly Thread thread;
    private Exception? failure;

    public ObserverThread(params IObserver[] observers)
    {
        this.observers = observers;
        thread = new Thread(Read) { IsBackground = true, Name = "observers" };
        thread.Start();
    }

    public void Receive(in Kernel.ObservedFact fact)
    {
        ThrowIfFailed();
        queue.Add(new Records.ObservedFact(fact.At, fact.Actor, fact.What));
    }

    /// <summary>Returns when every observation has been read.</summary>
    public void Finish()
    {
        queue.CompleteAdding();
        thread.Join();
        ThrowIfFailed();
    }

    public void Dispose()
    {
        queue.CompleteAdding();
        thread.Join();
        queue.Dispose();
    }

    private void Read()
    {
        foreach (Records.ObservedFact fact in queue.GetConsumingEnumerable())
        {
            if (Volatile.Read(ref failure) is not null)
            {
                continue;
            }

            try
            {
                foreach (IObserver observer in observers)
                {
                    observer.Observe(fact);
                }
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                Volatile.Write(ref failure, problem);
            }
        }
    }

    private void ThrowIfFailed()
    {
        if (Volatile.Read(ref failure) is { } problem)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(problem);
        }
    }
}
