using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Tensors;

namespace Simulator.Protocol.Pipe;

/// <summary>What a model answered, as the hub contract's event carries it.</summary>
/// <param name="Tensors">Numbers and texts.</param>
/// <param name="IsSimulation">Made by a node that only simulates the call, not by a model.</param>
/// <remarks>The struct's third list, <c>jsons</c>, is always empty here: no model served answers JSON.</remarks>
public sealed record ModelOutput(TensorSet Tensors, bool IsSimulation = false)
{
    /// <summary>Canonical type of the event's one member.</summary>
    public const string EventSignature = $"InferenceResult(({TensorAbi.Types},(string,string)[],bool))";

    /// <summary>abi.encode of the struct: the event's data.</summary>
    public byte[] Encode() => new AbiWriter()
        .Dynamic(TensorAbi.Write(new AbiWriter(), Tensors).ListOfDynamic([]).Boolean(IsSimulation))
        .ToArray();

    /// <summary>Null for bytes that are not such a struct.</summary>
    public static ModelOutput? Read(ReadOnlySpan<byte> data)
    {
        AbiReader arguments = new(data);
        AbiReader tuple = arguments.Dynamic();
        TensorSet tensors = TensorAbi.Read(ref tuple);
        tuple.List(2, out int jsons);
        bool isSimulation = tuple.Boolean();
        return arguments.IsValid && tuple.IsValid && jsons == 0 ? new ModelOutput(tensors, isSimulation) : null;
    }
}
