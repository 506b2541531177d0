using System.Numerics;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Simulator.Primitives;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Execution;

/// <summary>Fixed-point numbers as the runtime's own tensor.</summary>
/// <remarks>The types are those a network node accepts (protocol facts §7.7).</remarks>
internal static class InputTensor
{
    public static bool Supports(TensorElementType type) => type is
        TensorElementType.Float or TensorElementType.Double
        or TensorElementType.Int8 or TensorElementType.Int16 or TensorElementType.Int32 or TensorElementType.Int64
        or TensorElementType.UInt8 or TensorElementType.UInt16 or TensorElementType.UInt32 or TensorElementType.UInt64;

    /// <summary>Null and a value, or why a number cannot be given to this input.</summary>
    public static InferenceOutcome.Refused? TryCreate(
        TensorSignature input,
        FixedPointTensor tensor,
        out OrtValue? value)
    {
        value = null;
        foreach (FixedPoint number in tensor.Values)
        {
            if (number.Decimals is < 0 or > FixedPoint.MaximumDecimals)
            {
                string range = $"{number.Decimals} decimals; 0 to {FixedPoint.MaximumDecimals} are allowed";
                return new(InferenceRefusal.DecimalsOutOfRange, $"'{input.Name}' has {range}");
            }
        }

        long[] shape = Array.ConvertAll(tensor.Shape, size => (long)size);
        return input.ElementType switch
        {
            TensorElementType.Float => Fractions(tensor, number => number.ToSingle(), shape, out value),
            TensorElementType.Double => Fractions(tensor, number => number.ToDouble(), shape, out value),
            TensorElementType.Int8 => Integers<sbyte>(input, tensor, shape, out value),
            TensorElementType.Int16 => Integers<short>(input, tensor, shape, out value),
            TensorElementType.Int32 => Integers<int>(input, tensor, shape, out value),
            TensorElementType.Int64 => Integers<long>(input, tensor, shape, out value),
            TensorElementType.UInt8 => Integers<byte>(input, tensor, shape, out value),
            TensorElementType.UInt16 => Integers<ushort>(input, tensor, shape, out value),
            TensorElementType.UInt32 => Integers<uint>(input, tensor, shape, out value),
            TensorElementType.UInt64 => Integers<ulong>(input, tensor, shape, out value),
            _ => throw Invariant.Unreachable(input.ElementType),
        };
    }

    private static InferenceOutcome.Refused? Fractions<T>(
        FixedPointTensor tensor,
        Converter<FixedPoint, T> decode,
        long[] shape,
        out OrtValue? value)
        where T : unmanaged
    {
        value = OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(tensor.Values, decode), shape);
        return null;
    }

    private static InferenceOutcome.Refused? Integers<T>(
        TensorSignature input,
        FixedPointTensor tensor,
        long[] shape,
        out OrtValue? value)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        value = null;
        T[] numbers = new T[tensor.Values.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            FixedPoint number = tensor.Values[i].Normalised();
            if (number.Decimals != 0)
            {
                return new(InferenceRefusal.WrongType, $"'{input.Name}' is {input}, {number} is no integer");
            }

            if (number.Value < Int128.CreateChecked(T.MinValue) || number.Value > Int128.CreateChecked(T.MaxValue))
            {
                return new(InferenceRefusal.ValueOutOfRange, $"'{input.Name}' is {input}, {number} does not fit");
            }

            numbers[i] = T.CreateChecked(number.Value);
        }

        value = OrtValue.CreateTensorValueFromMemory(numbers, shape);
        return null;
    }
}
