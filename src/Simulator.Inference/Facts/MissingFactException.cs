namespace Simulator.Inference.Facts;

/// <summary>A replay needs an inference that its bundle did not record: the bundle belongs to another scenario or seed.</summary>
public sealed class MissingFactException(FactKey key)
    : Exception($"the recorded facts do not hold this inference: {key}; replay the same scenario and seed that made the bundle")
{
    public FactKey Key { get; } = key;
}
