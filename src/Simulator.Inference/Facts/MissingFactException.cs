namespace Simulator.Inference.Facts;

/// <summary>A replay needs an inference that its bundle did not record: another scenario or seed made it.</summary>
public sealed class MissingFactException(FactKey key)
    : Exception($"the recorded facts lack this inference: {key}; replay the scenario and seed that made the bundle")
{
    public FactKey Key { get; } = key;
}
