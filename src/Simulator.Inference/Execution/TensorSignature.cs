using Microsoft.ML.OnnxRuntime.Tensors;

namespace Simulator.Inference.Execution;

/// <param name="Name">As in the file.</param>
/// <param name="ElementType">As in the file, supported or not.</param>
/// <param name="Dimensions">−1 where any size is allowed.</param>
/// <param name="Decimals">Outputs: how coarsely a fraction is rounded. Inputs: unused.</param>
public sealed record TensorSignature(string Name, TensorElementType ElementType, IReadOnlyList<int> Dimensions, int Decimals)
{
    /// <summary>Where a file declares nothing. Coarser than float32's error for values up to about 100.</summary>
    public const int DefaultDecimals = 4;

    public override string ToString() =>
        $"{ElementType.ToString().ToLowerInvariant()}[{string.Join(',', Dimensions.Select(size => size < 0 ? "?" : $"{size}"))}]";
}
