using System.Numerics;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Execution;

/// <summary>Turns the runtime's results into the network's numbers, rounded as the model declares.</summary>
internal static class OutputTensor
{
    /// <summary>Null and a tensor, or why this output cannot be carried.</summary>
    public static InferenceOutcome.Refused? TryRead(
        TensorSignature output,
        OrtValue value,
        out FixedPointTensor? tensor)
    {
        tensor = null;
        OrtTensorTypeAndShapeInfo described = value.GetTensorTypeAndShape();
        if (described.ElementCount > TensorLimits.MaximumElements)
        {
            return new(InferenceRefusal.TooLarge, $"output '{output.Name}' has {described.ElementCount} values");
        }

        FixedPoint[] numbers = new FixedPoint[described.ElementCount];
        int read = described.ElementDataType switch
        {
            TensorElementType.Float => Fractions(value.GetTensorDataAsSpan<float>(), numbers, output.Decimals),
            TensorElementType.Double => Fractions(value.GetTensorDataAsSpan<double>(), numbers, output.Decimals),
            TensorElementType.Int8 => Integers(value.GetTensorDataAsSpan<sbyte>(), numbers),
            TensorElementType.Int16 => Integers(value.GetTensorDataAsSpan<short>(), numbers),
            TensorElementType.Int32 => Integers(value.GetTensorDataAsSpan<int>(), numbers),
            TensorElementType.Int64 => Integers(value.GetTensorDataAsSpan<long>(), numbers),
            TensorElementType.UInt8 => Integers(value.GetTensorDataAsSpan<byte>(), numbers),
            TensorElementType.UInt16 => Integers(value.GetTensorDataAsSpan<ushort>(), numbers),
            TensorElementType.UInt32 => Integers(value.GetTensorDataAsSpan<uint>(), numbers),
            TensorElementType.UInt64 => Integers(value.GetTensorDataAsSpan<ulong>(), numbers),
            _ => -1,
        };
        if (read < numbers.Length)
        {
            return read < 0
                ? new(InferenceRefusal.UnsupportedType, $"output '{output.Name}' is {output}")
                : new(InferenceRefusal.OutputNotFinite, $"output '{output.Name}', element {read}");
        }

        tensor = new FixedPointTensor(output.Name, numbers, Array.ConvertAll(described.Shape, size => (uint)size));
        return null;
    }

    /// <returns>How many were read before the first that is not finite.</returns>
    private static int Fractions<T>(ReadOnlySpan<T> values, FixedPoint[] numbers, int decimals)
        where T : unmanaged, IFloatingPoint<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!FixedPoint.TryRound(double.CreateChecked(values[i]), decimals, out numbers[i]))
            {
                return i;
            }
        }

        return values.Length;
    }

    private static int Integers<T>(ReadOnlySpan<T> values, FixedPoint[] numbers)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            numbers[i] = new FixedPoint(Int128.CreateChecked(values[i]), 0);
        }

        return values.Length;
    }
}
