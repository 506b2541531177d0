using Simulator.Records;

namespace Simulator.Experiments.Economies;

/// <summary>Several observers, told one after the other.</summary>
internal sealed class Observers(params IObserver[] all) : IObserver
{
    public void Observe(in ObservedFact fact)
    {
        foreach (IObserver observer in all)
        {
            observer.Observe(fact);
        }
    }

    /// <summary>Whoever made the observers completes them.</summary>
    public void Complete()
    {
    }
}
