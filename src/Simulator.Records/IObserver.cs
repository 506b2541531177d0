namespace Simulator.Records;


/// <summary>Reads a run's observations in total order: a checker, a measure, the store.</summary>
public interface IObserver
{
    void Observe(in ObservedFact fact);

    /// <summary>The run is over; nothing follows.</summary>
    void Complete();
}
