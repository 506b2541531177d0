namespace Simulator.Kernel.Tests;

/// <summary>Writes down what it is told, in the order it is told.</summary>
internal sealed class Notebook : IObservationSink, IEventTrace
{
    public List<ObservedFact> Facts { get; } = [];

    public List<HandledEvent> Events { get; } = [];

    /// <summary>What actors said, each line with its time in nanoseconds and its actor.</summary>
    public IEnumerable<string> Lines => Facts
        .Where(static fact => fact.What is Said)
        .Select(static fact => $"{fact.At.NanosecondsSinceStart} {fact.Actor}: {((Said)fact.What).What}");

    public IEnumerable<T> All<T>()
        where T : Observation => Facts.Select(static fact => fact.What).OfType<T>();

    public void Receive(in ObservedFact fact) => Facts.Add(fact);

    public void Handled(in HandledEvent handled) => Events.Add(handled);
}
