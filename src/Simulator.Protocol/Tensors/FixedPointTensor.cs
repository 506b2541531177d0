using Simulator.Primitives;

namespace Simulator.Protocol.Tensors;

/// <summary>A named tensor of fixed-point numbers. Immutable by agreement: nobody writes after construction.</summary>
/// <param name="Name">The model input or output it belongs to.</param>
/// <param name="Values">Row-major elements. Whether their count fits the shape is checked against the model.</param>
/// <param name="Shape">Dimensions as sent; empty for a scalar.</param>
public sealed record FixedPointTensor(string Name, FixedPoint[] Values, uint[] Shape)
{
    /// <summary>Encodes floats by their shortest decimal text.</summary>
    /// <remarks>Precondition: every value is finite and below 10³⁸; a caller's own numbers are.</remarks>
    public static FixedPointTensor Of(string name, ReadOnlySpan<float> values, params uint[] shape)
    {
        FixedPoint[] numbers = new FixedPoint[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            Invariant.That(FixedPoint.TryEncode(values[i], out numbers[i]));
        }

        return new FixedPointTensor(name, numbers, shape);
    }

    /// <summary>Elements the shape asks for, or −1 beyond <see cref="TensorLimits.MaximumElements"/>.</summary>
    public long ElementsOfShape() => TensorLimits.ElementsOf(Shape);

    public bool Equals(FixedPointTensor? other) =>
        other is not null
        && Name == other.Name
        && Values.AsSpan().SequenceEqual(other.Values)
        && Shape.AsSpan().SequenceEqual(other.Shape);

    public override int GetHashCode() => unchecked((int)StableHash.OfText(Name));
}
