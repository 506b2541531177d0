using Simulator.Kernel;
using Simulator.Records;

namespace Simulator.Experiments;

/// <summary>Hands observations to their readers on the simulation's own thread: the other cores have runs of their own.</summary>
internal sealed class InlineObservers(params IObserver[] observers) : IObservationSink
{
    public void Receive(in Kernel.ObservedFact fact)
    {
        Records.ObservedFact heard = new(fact.At, fact.Actor, fact.What);
        foreach (IObserver observer in observers)
        {
            observer.Observe(heard);
        }
    }
}
