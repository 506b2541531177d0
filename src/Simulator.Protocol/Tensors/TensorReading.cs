namespace Simulator.Protocol.Tensors;

/// <summary>What came of reading tensors somebody sent.</summary>
public abstract record TensorReading
{
    private TensorReading()
    {
    }

    public sealed record Read(TensorSet Tensors) : TensorReading;

    /// <param name="Problem">One sentence: where, and what was expected.</param>
    public sealed record Malformed(string Problem) : TensorReading;
}
