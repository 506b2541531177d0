using Simulator.Inference.Tensors;
using Sent = Simulator.Protocol.Responses;

namespace Simulator.Actors.Enclaves;

/// <summary>Tensors between the wire's form and the runtime's.</summary>
internal static class TensorWire
{
    public static TensorSet FromWire(Sent.TensorSet set) => new(
        [.. set.Numbers.Select(tensor => new FixedPointTensor(
            tensor.Name,
            [.. tensor.Values.Select(value => new FixedPoint(value.Value, value.Decimals))],
            [.. tensor.Shape.Select(extent => (uint)extent)]))],
        [.. set.Strings.Select(tensor => new StringTensor(
            tensor.Name, [.. tensor.Values], [.. tensor.Shape.Select(extent => (uint)extent)]))]);

    public static Sent.TensorSet ToWire(TensorSet set) => new(
        [.. set.Numbers.Select(tensor => new Sent.NumberTensor(
            tensor.Name,
            [.. tensor.Values.Select(value => new Sent.FixedPoint((long)value.Value, value.Decimals))],
            [.. tensor.Shape.Select(extent => (long)extent)]))],
        [.. set.Strings.Select(tensor => new Sent.StringTensor(
            tensor.Name, [.. tensor.Values], [.. tensor.Shape.Select(extent => (long)extent)]))]);
}
