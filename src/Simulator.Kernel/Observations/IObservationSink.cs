namespace Simulator.Kernel;

/// <summary>Where observations go: in the total order of events, on the thread that runs the simulation.</summary>
public interface IObservationSink
{
    void Receive(in ObservedFact fact);
}
