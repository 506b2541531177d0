using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Comparison;

/// <summary>How far two executions of one question may lie apart and still count as the same.</summary>
/// <remarks>
/// Two numbers agree when |a − b| ≤ absolute + relative · max(|a|, |b|); two answers agree when they have the same tensors
/// of the same shapes and all numbers agree. With both parts 0 that is equality of the canonical numbers, and so of hashes.
/// </remarks>
/// <param name="Absolute">In the outputs' unit; ≥ 0.</param>
/// <param name="Relative">Of the larger of the two numbers; ≥ 0.</param>
public sealed record OutputTolerance(double Absolute, double Relative)
{
    public static readonly OutputTolerance Exact = new(0, 0);

    public bool IsExact => this == Exact;

    public bool Accepts(TensorSet claimed, TensorSet own) =>
        IsExact ? claimed.Equals(own) : Pairs(claimed, own) is { } pairs && pairs.All(pair => Accepts(pair.Left, pair.Right));

    /// <summary>The same on the canonical texts that are signed; texts that are no tensors agree when they are equal.</summary>
    public bool Accepts(string claimed, string own) =>
        string.Equals(claimed, own, StringComparison.Ordinal)
        || (TensorJson.Parse(Bytes(claimed)) is TensorReading.Read left
            && TensorJson.Parse(Bytes(own)) is TensorReading.Read right
            && Accepts(left.Tensors, right.Tensors));

    /// <summary>
    /// The least relative tolerance under which two answers agree; 0 for equal ones, ∞ where their shapes differ.
    /// </summary>
    public static double RelativeDistance(TensorSet left, TensorSet right) =>
        Pairs(left, right) is { } pairs
            ? pairs.Select(pair => Distance(pair.Left, pair.Right)).DefaultIfEmpty(0).Max()
            : double.PositiveInfinity;

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static double Distance(double left, double right) =>
        left == right ? 0 : Math.Abs(left - right) / Math.Max(Math.Abs(left), Math.Abs(right));

    // Null where the two are not of one form.
    private static List<(double Left, double Right)>? Pairs(TensorSet left, TensorSet right)
    {
        if (left.Numbers.Count != right.Numbers.Count || left.Strings.Count + right.Strings.Count > 0)
        {
            return null;
        }

        List<(double, double)> pairs = [];
        foreach (FixedPointTensor tensor in left.Numbers)
        {
            if (right.Number(tensor.Name) is not { } other || !tensor.Shape.AsSpan().SequenceEqual(other.Shape)
                || tensor.Values.Length != other.Values.Length)
            {
                return null;
            }

            pairs.AddRange(tensor.Values.Zip(other.Values, (a, b) => (a.ToDouble(), b.ToDouble())));
        }

        return pairs;
    }

    private bool Accepts(double left, double right) =>
        Math.Abs(left - right) <= Absolute + (Relative * Math.Max(Math.Abs(left), Math.Abs(right)));
}
