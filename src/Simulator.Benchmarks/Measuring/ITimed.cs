namespace Simulator.Benchmarks.Measuring;

/// <summary>Something whose time per operation can be measured again and again.</summary>
public interface ITimed
{
    /// <summary>Runs until compiled code and caches are in their final state.</summary>
    void WarmUp();

    /// <summary>One sample: nanoseconds per operation.</summary>
    double Sample();
}
