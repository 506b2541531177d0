using Simulator.Kernel;
using Simulator.Records;

namespace Simulator.Experiments;

/// <summary>Hands the kernel's observations to everyone who reads a run.</summary>
internal sealed class Fanout(params IObserver[] observers) : IObservationSink
{
    public void Receive(in Kernel.ObservedFact fact)
    {
        Records.ObservedFact observed = new(fact.At, fact.Actor, fact.What);
        foreach (IObserver observer in observers)
        {
            observer.Observe(observed);
        }
    }
}
