using System.Numerics;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Simulator.Inference.Tensors;
using Simulator.Primitives;

namespace Simulator.Inference.Execution;

/// <summary>Fixed-point numbers as the runtime's own tensor. The types are those a network node accepts (protocol facts §7.7).</summary>
internal static class InputTensor
{
    public static bool Supports(TensorElementType type) => type is
        TensorElementType.Float or TensorElementType.Double
        or TensorElementType.Int8 or TensorElementType.Int16 or TensorElementType.Int32 or TensorElementType.Int64
        or TensorElementType.UInt8 or TensorElementType.UInt16 or TensorElementType.UInt32 or TensorElementType.UInt64;

    /// <summary>Null and a value, or why a number cannot be given to this input.</summary>
    public static InferenceOutcome.Refused? TryCreate(TensorSignature input, FixedPointTensor tensor, out OrtValue? value)
    {
        value = null;
        foreach (FixedPoint number in tensor.Values)
        {
            if (number.Decimals is < 0 or > FixedPoint.MaximumDecimals)
            {
                return new(InferenceRefusal.DecimalsOutOfRange, $"'{input.Name}' has a number with {number.Decimals} decimals; 0 to {FixedPoint.MaximumDecimals} are allowed");
            }
        }

        long[] shape = Array.ConvertAll(tensor.Shape, size => (long)size);
        switch (input.ElementType)
        {
            case TensorElementType.Float: value = OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(tensor.Values, number => number.ToSingle()), shape); return null;
            case TensorElementType.Double: value = OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(tensor.Values, number => number.ToDouble()), shape); return null;
            case TensorElementType.Int8: return Integers<sbyte>(input, tensor, shape, out value);
            case TensorElementType.Int16: return Integers<short>(input, tensor, shape, out value);
            case TensorElementType.Int32: return Integers<int>(input, tensor, shape, out value);
            case TensorElementType.Int64: return Integers<long>(input, tensor, shape, out value);
            case TensorElementType.UInt8: return Integers<byte>(input, tensor, shape, out value);
            case TensorElementType.UInt16: return Integers<ushort>(input, tensor, shape, out value);
            case TensorElementType.UInt32: return Integers<uint>(input, tensor, shape, out value);
            case TensorElementType.UInt64: return Integers<ulong>(input, tensor, shape, out value);
            default: throw Invariant.Unreachable(input.ElementType);
        }
    }

    private static InferenceOutcome.Refused? Integers<T>(TensorSignature input, FixedPointTensor tensor, long[] shape, out OrtValue? value)
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
