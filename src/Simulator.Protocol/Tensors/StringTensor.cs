using Simulator.Primitives;

namespace Simulator.Protocol.Tensors;

/// <summary>A named tensor of texts. On the contract's wire it has no shape; over HTTP it may have one.</summary>
public sealed record StringTensor(string Name, string[] Values, uint[] Shape)
{
    /// <inheritdoc cref="FixedPointTensor.ElementsOfShape"/>
    public long ElementsOfShape() => TensorLimits.ElementsOf(Shape);

    public bool Equals(StringTensor? other) =>
        other is not null
        && Name == other.Name
        && Values.AsSpan().SequenceEqual(other.Values)
        && Shape.AsSpan().SequenceEqual(other.Shape);

    public override int GetHashCode() => unchecked((int)StableHash.OfText(Name));
}
