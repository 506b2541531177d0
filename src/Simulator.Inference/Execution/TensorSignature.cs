using Microsoft.ML.OnnxRuntime.Tensors;

namespace Simulator.Inference.Execution;

/// <param name="Name">As in the file.</param>
/// <param name="ElementType">As in the file, supported or not.</param>
/// <param name="Dimensions">−1 where any size is allowed.</param>
/// <param name="Decimals">Outputs: how coarsely a fraction is rounded. Inputs: unused.</param>
public sealed record TensorSignature(
    string Name,
    TensorElementType ElementType,
    IReadOnlyList<int> Dimensions,
    int Decimals)
{
    /// <summary>Where a file declares nothing. Coarser than float32's error for values up to about 100.</summary>
    public const int DefaultDecimals = 4;

    /// <summary>For example <c>float[?,32]</c>.</summary>
    public override string ToString()
    {
        IEnumerable<string> sizes = Dimensions.Select(size => size < 0 ? "?" : $"{size}");
        return $"{ElementType.ToString().ToLowerInvariant()}[{string.Join(',', sizes)}]";
    }
}
